import { api } from "./api.js";
import { toast } from "./dialogs.js";
import { el } from "./dom.js";
import { state } from "./state.js";
import { moment, span, t } from "./texts.js";

const STEPS = [
  ["15m", "clock.forward_15m"],
  ["1h", "clock.forward_1h"],
  ["1d", "clock.forward_1d"],
];
const TICK_MILLIS = 1000;

export function clockTab(view, onStop) {
  const now = el("div", { class: "clock-now" });
  const ahead = el("div", { class: "clock-ahead" });
  const back = el("button", { type: "button", class: "wide-button is-quiet", onclick: () => travel(api.backToRealTime) }, t("clock.back"));
  const wanted = el("input", { type: "datetime-local", name: "moment", required: true, "aria-label": t("clock.moment") });
  const form = el(
    "form",
    { class: "clock-form" },
    wanted,
    el("button", { type: "submit", class: "plain-button" }, t("clock.travel")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    travel(() => api.travel({ to: new Date(wanted.value).toISOString() }));
  });

  const show = () => {
    now.textContent = moment(state.now(), true);
    const seconds = state.clock?.ahead_seconds ?? 0;
    ahead.textContent = seconds ? t("tools.ahead", span(seconds)) : t("clock.real");
    ahead.classList.toggle("is-ahead", seconds > 0);
    back.hidden = !seconds;
    wanted.min = local(state.now());
  };
  show();
  wanted.value = local(new Date(state.now().getTime() + 86_400_000));
  const timer = setInterval(show, TICK_MILLIS);
  const forget = state.onChange(show);
  onStop(() => {
    clearInterval(timer);
    forget();
  });

  return el(
    "div",
    { class: "tools-section" },
    el("div", { class: "clock-face" }, now, ahead),
    el(
      "div",
      { class: "clock-steps" },
      STEPS.map(([forward, text]) =>
        el("button", { type: "button", class: "plain-button", onclick: () => travel(() => api.travel({ forward })) }, t(text)),
      ),
    ),
    el("div", { class: "field" }, t("clock.moment"), form),
    back,
    el("p", { class: "tools-hint" }, t("clock.hint")),
  );

  async function travel(call) {
    try {
      state.take(await call());
      show();
    } catch (problem) {
      toast(problem.status ? problem.message : t("offline"));
    }
  }
}

/** As an input of the browser has it: in its own zone, without one. */
function local(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
