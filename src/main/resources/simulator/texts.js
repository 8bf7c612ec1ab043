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
