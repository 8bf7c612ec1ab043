/** Telegram's palette turned into the variables that styles use, with text kept readable (WCAG AA, 4.5 : 1). */

type Rgb = [number, number, number];

const LIGHT = { bg: '#ffffff', secondary: '#efeff4', text: '#000000', button: '#2481cc' };
const DARK = { bg: '#212121', secondary: '#0f0f0f', text: '#ffffff', button: '#8774e1' };
/** The five signs of a booking (LOOK: amber, green, slate, grey, red); the cancelled one is the hint's grey. */
const STATUS = {
  light: { '--pending': '#8a5a00', '--confirmed': '#0b7350', '--completed': '#4a5b70', '--no-show': '#b3261e' },
  dark: { '--pending': '#f2b84b', '--confirmed': '#4fd3a3', '--completed': '#a9b9cd', '--no-show': '#ff8a80' },
};
const DANGER_BUTTON = { ground: '#c62828', text: '#ffffff' };

export interface Palette {
  dark: boolean;
  variables: Record<string, string>;
}

export function palette(theme: Record<string, string>, preferDark: boolean): Palette {
  const base = (theme.bg_color ? isDark(theme.bg_color) : preferDark) ? DARK : LIGHT;
  const page = theme.secondary_bg_color ?? base.secondary;
  const card = theme.section_bg_color ?? theme.bg_color ?? base.bg;
  const text = theme.text_color ?? base.text;
  const button = theme.button_color ?? base.button;
  const dark = isDark(card);
  const ends = dark ? '#ffffff' : '#000000';
  const buttonText = theme.button_text_color ?? '#ffffff';
  const fill = mix(text, card, 0.93);
  // In dark themes the page stands between the card and a faint tint, which would be lost on it.
  const soft = mix(button, card, dark ? 0.68 : 0.86);
  /** Readable on whatever text may stand on. */
  const legible = (color: string) =>
    [page, card, fill, soft].reduce((now, ground) => readable(now, ground, ends), color);
  const buttonEnd = isDark(buttonText) ? '#ffffff' : '#000000';
  return {
    dark,
    variables: {
      '--page': page,
      '--card': card,
      '--text': text,
      // Telegram's own hint colour is too faint for small print, so the hint is the text, thinned.
      '--hint': legible(mix(text, card, 0.45)),
      '--line': mix(text, card, 0.88),
      '--outline': mix(text, card, 0.7),
      '--fill': fill,
      '--accent': legible(theme.accent_text_color ?? theme.link_color ?? button),
      '--accent-soft': soft,
      '--button': readable(button, buttonText, buttonEnd),
      '--button-text': buttonText,
      '--danger': legible(theme.destructive_text_color ?? '#d9363e'),
      '--danger-button': DANGER_BUTTON.ground,
      '--danger-button-text': DANGER_BUTTON.text,
      ...Object.fromEntries(
        Object.entries(STATUS[dark ? 'dark' : 'light']).map(([name, color]) => [name, legible(color)]),
      ),
    },
  };
}

/** The colour itself, or moved towards `end` until it can be read on `background`. */
export function readable(color: string, background: string, end: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(color, end, share);
    if (contrast(candidate, background) >= 4.5) return candidate;
  }
  return end;
}

export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function isDark(color: string): boolean {
  return luminance(color) < 0.3;
}

function mix(from: string, to: string, share: number): string {
  const a = rgb(from);
  const b = rgb(to);
  return `#${a.map((v, i) => hex(v + ((b[i] ?? 0) - v) * share)).join('')}`;
}

function luminance(color: string): number {
  const [r, g, b] = rgb(color).map((v) => (v <= 10 ? v / 3294 : ((v / 255 + 0.055) / 1.055) ** 2.4)) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rgb(color: string): Rgb {
  const digits = color.replace('#', '').slice(0, 6);
  const full = digits.length === 3 ? [...digits].map((d) => d + d).join('') : digits;
  return [0, 2, 4].map((i) => Number.parseInt(full.slice(i, i + 2), 16) || 0) as Rgb;
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0');
}
