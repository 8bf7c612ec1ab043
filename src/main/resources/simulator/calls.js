import { api } from "./api.js";
import { toast } from "./dialogs.js";
import { el, fullName } from "./dom.js";
import { clockTime, moment, t } from "./texts.js";

const EVERY_MILLIS = 2000;
const TYPING_MILLIS = 250;
const AT_TOP = 40;
const OUTCOMES = ["answered", "refused", "lost", "struck"];

/** The search stays while one looks at another tab. */
const search = { text: "", method: "", outcome: "", chat: "" };
const open = new Set();

export function callsTab(view, onStop) {
  const list = el("ul", { class: "tools-list calls" });
  const more = el("button", { type: "button", class: "wide-button is-quiet", hidden: true }, t("calls.more"));
  let shown = [];
  let next = null;
  let older = false;
  let started = false;
  let round = 0;

  const load = async (before = null) => {
    const turn = ++round;
    const asked = Object.fromEntries(Object.entries({ ...search, before }).filter(([, value]) => value));
    try {
      const found = await api.calls(asked);
      if (turn !== round) return;
      older ||= before !== null;
      next = found.next;
      more.hidden = next === null;
      const same = !before && started && found.items[0]?.id === shown[0]?.id && found.items.length === shown.length;
      shown = before ? [...shown, ...found.items] : found.items;
      started = true;
      if (!same) show();
    } catch (problem) {
      if (problem.status) toast(problem.message);
    }
  };
  const show = () =>
    list.replaceChildren(
      ...(shown.length ? shown.map((call) => callRow(call, view, show)) : [el("li", { class: "empty" }, t("calls.none"))]),
    );
  const anew = () => {
    older = false;
    started = false;
    return load();
  };
  more.addEventListener("click", () => load(next));
  anew();
  // whoever reads further back is left in peace
  const timer = setInterval(() => {
    const atTop = (list.closest(".tools-content")?.scrollTop ?? 0) < AT_TOP;
    if (!older && atTop && !document.hidden) load();
  }, EVERY_MILLIS);
  onStop(() => clearInterval(timer));

  return el(
    "div",
    { class: "tools-section" },
    filters(view, anew),
    list,
    more,
    el("button", { type: "button", class: "text-button calls-clear", onclick: () => api.forgetCalls().then(anew) }, t("calls.clear")),
  );
}

function filters(view, anew) {
  let typing = null;
  const text = el("input", {
    class: "search",
    type: "search",
    placeholder: t("calls.search"),
    "aria-label": t("calls.search"),
    value: search.text,
    oninput: () => {
      search.text = text.value;
      clearTimeout(typing);
      typing = setTimeout(anew, TYPING_MILLIS);
    },
  });
  const choose = (name, label, options) => {
    const node = el("select", {
      class: "filter",
      "aria-label": label,
      onchange: () => {
        search[name] = node.value;
        anew();
      },
    }, el("option", { value: "" }, label), options.map(([value, word]) => el("option", { value }, word)));
    node.value = search[name];
    return node;
  };
  const method = choose("method", t("calls.method"), []);
  api.methods().then((names) => {
    method.append(...names.map((one) => el("option", { value: one }, one)));
    method.value = search.method;
  });
  return el(
    "div",
    { class: "call-filters" },
    text,
    el(
      "div",
      { class: "call-selects" },
      method,
      choose("chat", t("calls.chat"), view.people.map((one) => [String(one.telegram_id), fullName(one)])),
      choose("outcome", t("calls.outcome"), OUTCOMES.map((one) => [one, t(`calls.${one}`)])),
    ),
  );
}

function callRow(call, view, show) {
  const at = new Date(call.at);
  const isOpen = open.has(call.id);
  const toggle = () => {
    if (!open.delete(call.id)) open.add(call.id);
    show();
  };
  return el(
    "li",
    { class: "call" },
    el(
      "button",
      { type: "button", class: "call-head", "aria-expanded": String(isOpen), title: moment(at, true), onclick: toggle },
      el(
        "span",
        { class: "row-line" },
        el("span", { class: "call-method" }, call.method),
        el("span", { class: "row-time" }, clockTime(at, true)),
        badge(call),
      ),
      el("span", { class: "call-text" }, [chatName(call, view), gist(call)].filter(Boolean).join(" · ")),
    ),
    isOpen ? details(call, at, view) : null,
  );
}

function badge(call) {
  const kind = call.status === null ? "is-lost" : call.status < 300 ? "is-good" : "is-bad";
  return el("span", { class: `call-status ${kind}` }, call.status === null ? t("calls.lost_short") : String(call.status));
}

function chatName(call, view) {
  const person = view.people.find((one) => one.telegram_id === call.chat_id);
  return person ? fullName(person) : call.chat_id ? String(call.chat_id) : null;
}

/** What a person would want to see of a call at first sight: why it was refused, or what it says. */
function gist(call) {
  if (call.status === null || call.status >= 300) return call.answer || (call.fault ? t(`fault.${call.fault}`) : "");
  const said = parsed(call.parameters);
  const text = said?.text ?? said?.caption;
  return (text ? text.replace(/<[^>]*>/g, "") : call.parameters === "{}" ? "" : call.parameters).replace(/\s+/g, " ");
}

function details(call, at, view) {
  const lines = [
    [t("calls.at"), moment(at, true)],
    [t("calls.bot"), view.bots.find((one) => one.bot === call.bot)?.name ?? call.bot],
    [t("calls.chat"), [chatName(call, view), call.chat_id].filter(Boolean).join(" · ")],
    [t("calls.took"), t("calls.millis", call.millis)],
    [t("calls.answer"), call.answer],
    [t("calls.fault"), call.fault ? t(`fault.${call.fault}`) : ""],
  ].filter(([, value]) => value);
  const json = parsed(call.parameters);
  return el(
    "div",
    { class: "call-details" },
    el("dl", {}, lines.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, String(value))])),
    el("pre", {}, json ? JSON.stringify(json, null, 2) : call.parameters),
  );
}

/** Null for what was too long to be kept whole. */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
