const STORED = "simulator.language";
let texts = {};
let current = localStorage.getItem(STORED) === "en" ? "en" : "ru";

export const language = () => current;

export async function loadTexts(load, wanted = current) {
  current = wanted;
  localStorage.setItem(STORED, wanted);
  texts = await load(wanted);
  document.documentElement.lang = wanted;
}

/** A text of the page in its language. */
export function t(key, ...values) {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? "");
}

/** The English of the product is Britain's: a day of 24 hours, the day before the month. */
const locale = () => (current === "en" ? "en-GB" : "ru-RU");

export function time(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
}

export function day(seconds) {
  const date = new Date(seconds * 1000);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString(locale(), { day: "numeric", month: "long", year });
}

/** A moment as on a calendar with a clock: «вт, 2 дек., 12:34»; the year where it is another one. */
export function moment(date, seconds = false) {
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  const day = date.toLocaleDateString(locale(), { weekday: "short", day: "numeric", month: "short", year });
  return `${day}, ${clockTime(date, seconds)}`;
}

export function clockTime(date, seconds = false) {
  return date.toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", second: seconds ? "2-digit" : undefined });
}

/** How far: «1 д 2 ч». */
export function span(seconds) {
  const minutes = Math.round(seconds / 60);
  const parts = [
    [Math.floor(minutes / 1440), "span.days"],
    [Math.floor((minutes % 1440) / 60), "span.hours"],
    [minutes % 60, "span.minutes"],
  ];
  return parts.filter(([count]) => count).map(([count, unit]) => t(unit, count)).join(" ") || t("span.minutes", 0);
}
