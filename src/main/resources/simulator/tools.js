import { callsTab } from "./calls.js";
import { clockTab } from "./clock.js";
import { el, icon, iconButton } from "./dom.js";
import { faultsTab } from "./faults.js";
import { state } from "./state.js";
import { moment, span, t } from "./texts.js";

const TABS = { clock: clockTab, faults: faultsTab, calls: callsTab };

export const isTab = (name) => name in TABS;

/**
 * The tools of a tester beside the chat: the clock, the faults, the calls.
 *
 * @param view {tab, bots, people, person}
 */
export function toolsPanel(view, { onTab, onClose }) {
  const stops = [];
  const tabs = Object.keys(TABS).map((tab) =>
    el(
      "button",
      { type: "button", role: "tab", class: "tab", "aria-selected": String(tab === view.tab), onclick: () => onTab(tab) },
      t(`tools.${tab}`),
    ),
  );
  const panel = el(
    "aside",
    { class: "tools", "aria-label": t("tools") },
    el("div", { class: "bar" }, iconButton("close", t("close"), onClose), el("div", { class: "bar-title" }, t("tools"))),
    el("div", { class: "tabs", role: "tablist" }, tabs),
    el("div", { class: "tools-content", role: "tabpanel" }, TABS[view.tab](view, (stop) => stops.push(stop))),
  );
  return { panel, stop: () => stops.forEach((stop) => stop()) };
}

/** What is not as usual, for the list of chats; nothing when everything is. */
export function stateCards(open) {
  const cards = [];
  if (state.clock?.ahead_seconds) {
    cards.push(card("clock", moment(state.now()), t("tools.ahead", span(state.clock.ahead_seconds)), () => open("clock")));
  }
  if (state.faults) cards.push(card("fault", t("tools.faults_on", state.faults), "", () => open("faults")));
  return cards;
}

function card(sign, title, text, onclick) {
  return el(
    "button",
    { type: "button", class: `row state-card is-${sign}`, onclick },
    icon(sign),
    el("span", { class: "row-body" }, title, text ? el("small", {}, text) : null),
  );
}
