const STORED = "simulator.theme";
const listeners = new Set();
const preferred = matchMedia("(prefers-color-scheme: dark)");

/** Telegram's theme parameters: what a Mini App is given. */
const PARAMETERS = {
  light: {
    accent_text_color: "#2481cc",
    bg_color: "#ffffff",
    bottom_bar_bg_color: "#ffffff",
    button_color: "#3390ec",
    button_text_color: "#ffffff",
    destructive_text_color: "#d93a36",
    header_bg_color: "#ffffff",
    hint_color: "#6a7178",
    link_color: "#2481cc",
    secondary_bg_color: "#f4f4f5",
    section_bg_color: "#ffffff",
    section_header_text_color: "#2481cc",
    section_separator_color: "#e4e7ea",
    subtitle_text_color: "#6a7178",
    text_color: "#0f1419",
  },
  dark: {
    accent_text_color: "#6ab3f3",
    bg_color: "#17212b",
    bottom_bar_bg_color: "#17212b",
    button_color: "#5288c1",
    button_text_color: "#ffffff",
    destructive_text_color: "#ef5b5b",
    header_bg_color: "#17212b",
    hint_color: "#8296a8",
    link_color: "#6ab3f3",
    secondary_bg_color: "#232e3c",
    section_bg_color: "#17212b",
    section_header_text_color: "#6ab3f3",
    section_separator_color: "#0d151d",
    subtitle_text_color: "#8296a8",
    text_color: "#f5f5f5",
  },
};

export function theme() {
  return localStorage.getItem(STORED) ?? (preferred.matches ? "dark" : "light");
}

export function themeParameters() {
  return PARAMETERS[theme()];
}

export function applyTheme() {
  document.documentElement.dataset.theme = theme();
  for (const listener of listeners) listener();
}

export function toggleTheme() {
  localStorage.setItem(STORED, theme() === "dark" ? "light" : "dark");
  applyTheme();
}

export function onThemeChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

preferred.addEventListener("change", applyTheme);
