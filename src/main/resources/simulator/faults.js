import { api } from "./api.js";
import { toast } from "./dialogs.js";
import { el, fullName, iconButton } from "./dom.js";
import { state } from "./state.js";
import { t } from "./texts.js";

const KINDS = [
  "too_many_requests",
  "blocked",
  "deactivated",
  "bad_request",
  "server_error",
  "no_answer",
  "lost_answer",
  "slow",
  "duplicate",
  "reorder",
];
const OF_UPDATES = ["duplicate", "reorder"];
const SECONDS = { too_many_requests: 5, no_answer: 0, lost_answer: 0, slow: 3, reorder: 3 };
const CODES = [500, 502, 503, 504];
const EVERY_MILLIS = 2000;

export function faultsTab(view, onStop) {
  const list = el("ul", { class: "tools-list" });
  const refresh = async () => {
    try {
      showFaults(list, await api.faults(), view, changed);
    } catch {
      // the page says elsewhere that the service does not answer
    }
  };
  const changed = async (call) => {
    try {
      await call();
    } catch (problem) {
      toast(problem.status ? problem.message : t("offline"));
    }
    await Promise.all([refresh(), state.refresh()]);
  };
  refresh();
  const timer = setInterval(refresh, EVERY_MILLIS);
  onStop(() => clearInterval(timer));
  return el("div", { class: "tools-section" }, faultForm(view, changed), list);
}

function faultForm(view, changed) {
  const kind = select("kind", t("faults.kind"), KINDS.map((name) => [name, t(`fault.${name}`)]));
  const hint = el("p", { class: "tools-hint" });
  const seconds = field(t("faults.seconds"), el("input", { type: "number", name: "seconds", min: 0, max: 600, required: true }));
  const code = select("code", t("faults.code"), CODES.map((one) => [one, one]));
  const description = field(t("faults.description"), el("input", { type: "text", name: "description", value: "message is too long" }));
  const method = select("method", t("faults.method"), [["", t("faults.any_method")]]);
  api.methods().then((names) => method.querySelector("select").append(...names.map((name) => el("option", { value: name }, name))));
  const often = select("often", t("faults.often"), ["times", "share", "always"].map((name) => [name, t(`faults.${name}`)]));
  const times = field(t("faults.times_count"), el("input", { type: "number", name: "times", min: 1, max: 1000000, value: 1, required: true }));
  const share = field(t("faults.percent"), el("input", { type: "number", name: "percent", min: 1, max: 100, value: 20, required: true }));
  const seed = field(t("faults.seed"), el("input", { type: "number", name: "seed", placeholder: t("faults.seed_any") }));
  const form = el(
    "form",
    { class: "fault-form" },
    kind,
    hint,
    pair(seconds, code, description),
    pair(
      select("bot", t("faults.bot"), [["", t("faults.any_bot")], ...view.bots.map((bot) => [bot.bot, bot.name])]),
      select("chat_id", t("faults.chat"), [["", t("faults.any_chat")], ...view.people.map((one) => [one.telegram_id, fullName(one)])]),
    ),
    method,
    often,
    pair(times, share, seed),
    el("button", { type: "submit", class: "wide-button" }, t("faults.add")),
  );
  let usual = null;
  const show = () => {
    const chosen = form.elements.kind.value;
    hint.textContent = t(`fault_hint.${chosen}`);
    toggle(seconds, chosen in SECONDS);
    toggle(code, chosen === "server_error");
    toggle(description, chosen === "bad_request");
    toggle(method, !OF_UPDATES.includes(chosen));
    toggle(times, form.elements.often.value === "times");
    toggle(share, form.elements.often.value === "share");
    toggle(seed, form.elements.often.value === "share");
    if (usual !== chosen) form.elements.seconds.value = SECONDS[chosen] ?? 0;
    usual = chosen;
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed(() => api.addFault(wanted(new FormData(form))));
  });
  show();
  return form;
}

/** What is not shown is disabled, and so does not stand in the form's data. */
function wanted(form) {
  const number = (name) => (form.get(name) ? Number(form.get(name)) : null);
  return {
    kind: form.get("kind"),
    bot: form.get("bot") || null,
    chat_id: number("chat_id"),
    method: form.get("method") || null,
    seconds: number("seconds"),
    code: number("code"),
    description: form.get("description"),
    times: number("times"),
    probability: form.get("percent") ? Number(form.get("percent")) / 100 : null,
    seed: number("seed"),
  };
}

function showFaults(list, faults, view, changed) {
  const rows = faults.map((fault) => faultRow(fault, view, () => changed(() => api.removeFault(fault.id))));
  list.replaceChildren(
    ...(rows.length ? [el("li", { class: "tools-list-head" }, t("faults.list"), el("button", { type: "button", class: "text-button", onclick: () => changed(api.removeFaults) }, t("faults.remove_all")))] : []),
    ...rows,
  );
}

function faultRow(fault, view, remove) {
  const person = view.people.find((one) => one.telegram_id === fault.chat_id);
  const scope = [
    view.bots.find((one) => one.bot === fault.bot)?.name,
    fault.method,
    fault.chat_id && (person ? fullName(person) : fault.chat_id),
  ].filter(Boolean);
  const extent = [
    fault.probability < 1 ? t("faults.share_of", Math.round(fault.probability * 100), fault.seed) : null,
    fault.times ? t("faults.hits_of", fault.hits, fault.times) : t("faults.hits", fault.hits),
    fault.over ? t("faults.over") : null,
  ].filter(Boolean);
  const detail = [fault.code, fault.description, fault.seconds ? t("faults.for_seconds", fault.seconds) : null].filter(Boolean);
  return el(
    "li",
    { class: `fault ${fault.over ? "is-over" : ""}` },
    el(
      "div",
      { class: "fault-body" },
      el("div", { class: "fault-title" }, [t(`fault.${fault.kind}`), ...detail].join(" · ")),
      el("div", { class: "fault-text" }, scope.join(" · ") || t("faults.everywhere")),
      el("div", { class: "fault-text" }, extent.join(" · ")),
    ),
    iconButton("close", t("faults.remove"), remove),
  );
}

function field(label, input) {
  return el("label", { class: "field" }, label, input);
}

function select(name, label, options) {
  return field(label, el("select", { name }, options.map(([value, text]) => el("option", { value }, String(text)))));
}

function pair(...fields) {
  return el("div", { class: "field-pair" }, fields);
}

function toggle(label, shown) {
  label.hidden = !shown;
  label.querySelector("input, select").disabled = !shown;
}
