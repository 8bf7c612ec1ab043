import { api } from "./api.js";
import { alertBox, popupMenu, toast } from "./dialogs.js";
import { botAvatar, el, iconButton } from "./dom.js";
import { chatRow, conversation } from "./messages.js";
import { composer, item } from "./composer.js";
import { botLink, openTab } from "./links.js";
import { live } from "./live.js";
import { openMiniApp } from "./miniapp.js";
import { peoplePanel, personCard } from "./people.js";
import { state as demo } from "./state.js";
import { isTab, stateCards, toolsPanel } from "./tools.js";
import { applyTheme, onThemeChange, theme, toggleTheme } from "./theme.js";
import { language, loadTexts, t } from "./texts.js";

const LAST_PERSON = "simulator.person";
const WAITING_MILLIS = 15000;

const state = {
  bots: [],
  people: [],
  person: null,
  bot: null,
  chats: [],
  start: null,
  choosing: false,
  online: true,
  next: 0,
  messages: new Map(),
  cache: new Map(),
  drafts: new Map(),
  keyboardHidden: new Set(),
  waiting: new Map(),
  answers: new Map(),
  tools: null,
};

const app = document.getElementById("app");
const chat = () => state.chats.find((one) => one.bot === state.bot?.bot);
const chatKey = () => `${state.bot?.bot}/${state.person?.telegram_id}`;

const actions = {
  act: async (call) => {
    try {
      return await call();
    } catch (problem) {
      toast(problem.status ? problem.message : t("offline"));
      return null;
    }
  },
  say: async (text) => {
    const said = await actions.act(() => api.say(state.bot.bot, state.person.telegram_id, text));
    if (said && state.start !== null) {
      state.start = null;
      remember();
    }
    if (said) await refresh();
  },
  contact: (contact) => actions.act(() => api.contact(state.bot.bot, state.person.telegram_id, contact)),
  block: (blocked) => actions.act(() => api.block(state.bot.bot, state.person.telegram_id, blocked)),
  draft: (text) => state.drafts.set(chatKey(), text),
  toggleKeyboard: () => {
    const key = chatKey();
    if (!state.keyboardHidden.delete(key)) state.keyboardHidden.add(key);
    showComposer();
  },
  choosePerson: () => {
    state.choosing = true;
    app.classList.remove("shows-chat");
    showSidebar();
  },
  press: async (message, button, node) => {
    node.classList.add("is-waiting");
    setTimeout(() => node.classList.remove("is-waiting"), WAITING_MILLIS);
    const pressed = await actions.act(() =>
      api.press(state.bot.bot, state.person.telegram_id, message.message_id, button.callback_data),
    );
    if (!pressed) {
      node.classList.remove("is-waiting");
      return;
    }
    state.waiting.set(pressed.press_id, node);
    settle();
  },
  openUrl: (url) => {
    if (!actions.openInside(url)) openTab(url);
  },
  openInside: (url) => {
    const link = botLink(url);
    const bot = link && state.bots.find((one) => one.username.toLowerCase() === link.username.toLowerCase());
    if (!bot) return false;
    openChat(bot, link.start);
    return true;
  },
  openMiniApp: (url) =>
    actions.act(() => openMiniApp(url, { bot: state.bot, person: state.person, chat: chat(), actions })),
};

/** The address says who one is and which chat is open: a tab can be a person. */
function remember(push = false) {
  const parameters = new URLSearchParams();
  if (state.person) parameters.set("person", state.person.telegram_id);
  if (state.bot) parameters.set("bot", state.bot.bot);
  if (state.start !== null) parameters.set("start", state.start);
  if (state.tools !== null) parameters.set("tools", state.tools);
  const address = `/simulator${parameters.size ? `?${parameters}` : ""}`;
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

async function readAddress() {
  const parameters = new URLSearchParams(location.search);
  const wanted = Number(parameters.get("person") ?? localStorage.getItem(LAST_PERSON));
  state.people = await api.people();
  state.person = state.people.find((person) => person.telegram_id === wanted) ?? null;
  state.bot = state.bots.find((bot) => bot.bot === parameters.get("bot")) ?? null;
  state.start = parameters.get("start");
  state.tools = isTab(parameters.get("tools")) ? parameters.get("tools") : null;
  state.choosing = state.person === null;
  if (parameters.has("unknown")) toast(t("bot_unknown", parameters.get("unknown")));
  forgetChat();
}

function forgetChat() {
  state.next = 0;
  state.messages = new Map();
  state.cache = new Map();
}

function choosePerson(person) {
  state.person = person;
  state.choosing = false;
  state.chats = [];
  localStorage.setItem(LAST_PERSON, person.telegram_id);
  forgetChat();
  remember();
  show();
  live.restart();
}

function openChat(bot, start = null) {
  state.bot = bot;
  state.start = start || null;
  state.choosing = state.person === null;
  forgetChat();
  remember(true);
  show();
  refresh();
}

function closeChat() {
  state.bot = null;
  state.start = null;
  remember();
  show();
}

/** Takes in what has changed in the open chat. */
async function refresh() {
  if (!state.person || !state.bot) return;
  const key = chatKey();
  const changes = await api.messages(state.bot.bot, state.person.telegram_id, state.next);
  if (key !== chatKey() || changes.next < state.next) return;
  state.next = changes.next;
  for (const message of changes.items) state.messages.set(message.message_id, message);
  for (const id of changes.deleted) state.messages.delete(id);
  for (const answer of changes.answers) state.answers.set(answer.press_id, answer);
  if (changes.items.length || changes.deleted.length) showMessages();
  settle();
  markRead();
}

/** Shows the answers to the buttons pressed on this page; of others it knows nothing. */
function settle() {
  for (const [pressId, node] of state.waiting) {
    const answer = state.answers.get(pressId);
    if (!answer) continue;
    state.waiting.delete(pressId);
    node.classList.remove("is-waiting");
    if (answer.url) actions.openUrl(answer.url);
    if (answer.text && answer.alert) alertBox(answer.text, state.bot?.name);
    else if (answer.text) toast(answer.text);
  }
}

function markRead() {
  const newest = Math.max(0, ...state.messages.keys());
  if (chat()?.unread && newest && !document.hidden) {
    actions.act(() => api.read(state.bot.bot, state.person.telegram_id, newest));
  }
}

function showSidebar() {
  const shown = app.querySelector(".sidebar");
  const panel = state.choosing
    ? peoplePanel({
        people: state.people,
        current: state.person,
        onChoose: choosePerson,
        onAdded: async (person) => {
          state.people = await api.people();
          if (person) choosePerson(person);
          else showSidebar();
        },
        onClose: state.person
          ? () => {
              state.choosing = false;
              show();
            }
          : null,
      })
    : chatsPanel();
  if (shown) shown.replaceWith(panel);
  else app.prepend(panel);
}

function chatsPanel() {
  return el(
    "div",
    { class: "sidebar" },
    el(
      "div",
      { class: "bar" },
      el("div", { class: "bar-title" }, "Telegram", el("small", {}, t("simulator"))),
      el("button", { type: "button", class: "language", title: t("language"), onclick: switchLanguage }, language() === "ru" ? "EN" : "RU"),
      iconButton(theme() === "dark" ? "sun" : "moon", t("theme"), toggleTheme),
      iconButton("tools", t("tools"), () => showTools(state.tools ? null : "clock"), state.tools ? "is-accent" : ""),
    ),
    personCard(state.person, actions.choosePerson),
    stateCards(showTools),
    el("div", { class: "section-title" }, t("chats")),
    el(
      "ul",
      { class: "list" },
      state.bots.map((bot) =>
        chatRow(bot, state.chats.find((one) => one.bot === bot.bot), bot.bot === state.bot?.bot, () => openChat(bot)),
      ),
    ),
  );
}

function showChat() {
  const shown = app.querySelector(".chat");
  const opened = state.bot && state.person;
  const panel = el(
    "main",
    { class: "chat" },
    opened
      ? [
          el(
            "div",
            { class: "bar chat-bar" },
            iconButton("back", t("back"), closeChat, "back"),
            botAvatar(state.bot, "is-small"),
            el("div", { class: "bar-title" }, state.bot.name, el("small", { class: "chat-status" }, t("bot"))),
            iconButton("more", t("more"), (event) => popupMenu(event.currentTarget.parentElement, chatMenu(), "is-below")),
          ),
          el("div", { class: "messages", tabIndex: 0 }, el("div", { class: "messages-inner", role: "log" })),
        ]
      : el("div", { class: "empty" }, el("span", { class: "pill" }, t(state.person ? "choose_chat" : "choose_person"))),
  );
  if (shown) shown.replaceWith(panel);
  else app.querySelector(".sidebar").after(panel);
  if (opened) {
    showMessages();
    showComposer();
  }
}

function chatMenu() {
  const blocked = chat()?.blocked;
  return [
    item("people", t("people.change"), actions.choosePerson),
    item("tools", t("tools"), () => showTools("clock")),
    item("block", t(blocked ? "unblock" : "block"), () => actions.block(!blocked), blocked ? "" : "is-danger"),
  ];
}

function showMessages() {
  const scroller = app.querySelector(".messages");
  if (!scroller) return;
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;
  const sorted = [...state.messages.values()].sort((a, b) => a.message_id - b.message_id);
  const nodes = conversation(sorted, actions, state.cache);
  const nothing = el("div", { class: "empty" }, el("span", { class: "pill" }, t(`about.${state.bot.bot}`)));
  scroller.firstElementChild.replaceChildren(...(nodes.length ? nodes : [nothing]));
  if (atEnd || sorted.at(-1)?.from.is_bot === false) {
    scroller.scrollTop = scroller.scrollHeight;
  }
}

let composed = "";

/** The input is left alone while nothing around it changes: nobody loses what they are typing. */
function showComposer() {
  const panel = app.querySelector(".chat");
  const current = chat();
  if (!panel || !state.bot || !current) return;
  const keyboardShown = !state.keyboardHidden.has(chatKey());
  const began = current.started && current.last_message !== null;
  const relevant = [chatKey(), current.blocked, began, current.reply_keyboard, current.commands, current.menu_button];
  const key = JSON.stringify([...relevant, state.start, keyboardShown, language()]);
  const shown = panel.querySelector(".composer");
  if (shown && key === composed) return;
  composed = key;
  const focused = shown?.contains(document.activeElement) && document.activeElement.tagName === "TEXTAREA";
  const view = {
    bot: state.bot,
    person: state.person,
    people: state.people,
    chat: current,
    start: state.start,
    keyboardShown,
    draft: state.drafts.get(chatKey()) ?? "",
  };
  const scroller = panel.querySelector(".messages");
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;
  shown?.remove();
  panel.append(composer(view, actions));
  if (focused) panel.querySelector("textarea")?.focus();
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
}

let stopTools = () => {};

/** Opens the tester's tools at this tab; null closes them. */
function showTools(tab) {
  stopTools();
  app.querySelector(".tools")?.remove();
  state.tools = tab;
  app.classList.toggle("shows-tools", tab !== null);
  if (tab !== null) {
    const view = { tab, bots: state.bots, people: state.people, person: state.person };
    const { panel, stop } = toolsPanel(view, { onTab: showTools, onClose: () => showTools(null) });
    stopTools = stop;
    app.append(panel);
  } else {
    stopTools = () => {};
  }
  remember();
  if (state.person && !state.choosing) showSidebar();
}

function show() {
  app.classList.toggle("shows-chat", Boolean(state.bot && state.person && !state.choosing));
  showSidebar();
  showChat();
  document.title = state.person ? `${state.person.first_name} · Telegram` : "Telegram";
}

function showStatus(online) {
  state.online = online;
  const status = app.querySelector(".chat-status");
  if (status) status.textContent = t(online ? "bot" : "connecting");
}

async function switchLanguage() {
  await loadTexts(api.texts, language() === "ru" ? "en" : "ru");
  state.cache = new Map();
  show();
  showTools(state.tools);
}

live.start({
  person: () => state.person?.telegram_id ?? null,
  onChats: async (overview) => {
    state.chats = overview.items;
    if (!state.choosing) showSidebar();
    showComposer();
    await refresh();
  },
  onStatus: showStatus,
});

addEventListener("popstate", async () => {
  await readAddress();
  show();
  showTools(state.tools);
  live.restart();
});
onThemeChange(() => {
  if (state.person && !state.choosing) showSidebar();
});
demo.onChange(() => {
  if (state.person && !state.choosing) showSidebar();
});
applyTheme();
await loadTexts(api.texts);
state.bots = await api.bots();
await readAddress();
remember();
show();
await demo.start();
showTools(state.tools);
live.restart();
