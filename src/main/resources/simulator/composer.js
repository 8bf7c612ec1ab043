import { api } from "./api.js";
import { ask, confirmBox, popupMenu, toast } from "./dialogs.js";
import { el, fullName, icon, iconButton } from "./dom.js";
import { t } from "./texts.js";

/**
 * What stands under the messages: START, "unblock", or the input with keyboards and menus.
 *
 * @param view {bot, person, people, chat, start, keyboardShown}
 */
export function composer(view, actions) {
  const inner = el("div", { class: "composer-inner" });
  if (view.chat.blocked) {
    inner.append(wide(t("unblock"), () => actions.block(false)));
  } else if (view.start !== null || !view.chat.started || !view.chat.last_message) {
    inner.append(
      view.start === null
        ? ""
        : el(
            "div",
            { class: "start-as" },
            el("span", { class: "pill" }, t("start_as", fullName(view.person)), " · ",
              el("button", { type: "button", onclick: actions.choosePerson }, t("start_change"))),
          ),
      wide(t("start"), () => actions.say(view.start ? `/start ${view.start}` : "/start")),
    );
  } else {
    inner.append(...input(inner, view, actions));
  }
  return el("div", { class: "composer" }, inner);
}

function wide(text, onclick) {
  return el("button", { type: "button", class: "wide-button", onclick }, text);
}

function input(host, view, actions) {
  const keyboard = view.chat.reply_keyboard;
  const area = el("textarea", {
    rows: 1,
    placeholder: keyboard?.input_field_placeholder || t("message"),
    "aria-label": t("message"),
    value: view.draft,
  });
  const send = el("button", { type: "button", class: "send", title: t("send"), "aria-label": t("send"), disabled: !view.draft.trim() }, icon("send"));
  const submit = () => {
    const text = area.value.trim();
    if (!text) return;
    area.value = "";
    area.dispatchEvent(new Event("input"));
    actions.say(text);
  };
  area.addEventListener("input", () => {
    send.disabled = !area.value.trim();
    actions.draft(area.value);
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  send.addEventListener("click", submit);
  return [
    el(
      "div",
      { class: "input-line" },
      menuButton(host, view, actions),
      el(
        "div",
        { class: "input-box" },
        iconButton("attach", t("attach"), () => popupMenu(host, attachments(view, actions))),
        area,
        keyboard
          ? iconButton(view.keyboardShown ? "hide" : "keyboard", t(view.keyboardShown ? "keyboard_hide" : "keyboard_show"), actions.toggleKeyboard)
          : null,
      ),
      send,
    ),
    keyboard && view.keyboardShown ? replyKeyboard(view, actions) : "",
  ];
}

function menuButton(host, view, actions) {
  const button = view.chat.menu_button;
  if (button.type === "web_app") {
    return el("button", { type: "button", class: "menu-button", onclick: () => actions.openMiniApp(button.web_app.url) }, button.text);
  }
  if (!view.chat.commands.length) return null;
  const items = view.chat.commands.map((command) =>
    item(null, [el("code", {}, `/${command.command}`), " ", el("span", {}, command.description)], () => actions.say(`/${command.command}`)),
  );
  return iconButton("commands", t("commands"), () => popupMenu(host, items), "is-accent");
}

function replyKeyboard(view, actions) {
  return el(
    "div",
    { class: "reply-keyboard" },
    view.chat.reply_keyboard.keyboard.map((row) =>
      el("div", { class: "reply-row" }, row.map((key) =>
        el("button", { type: "button", class: "reply-key", onclick: () => pressKey(key, view, actions) }, key.text),
      )),
    ),
  );
}

async function pressKey(key, view, actions) {
  if (key.request_contact) {
    if (await confirmBox(t("share_own_question", view.bot.name), t("share"))) await actions.contact({ own: true });
  } else if (key.request_location) {
    await actions.act(() => api.location(view.bot.bot, view.person.telegram_id));
  } else if (key.web_app) {
    actions.openMiniApp(key.web_app.url);
  } else {
    await actions.say(key.text);
  }
  if (view.chat.reply_keyboard.one_time_keyboard && view.keyboardShown) actions.toggleKeyboard();
}

function attachments(view, actions) {
  const send = (call) => () => actions.act(() => call(view.bot.bot, view.person.telegram_id));
  return [
    item("contact", t("attach.own_contact"), () => actions.contact({ own: true })),
    item("people", t("attach.other_contact"), () => shareOther(view, actions)),
    item("place", t("attach.location"), send(api.location)),
    item("sticker", t("attach.sticker"), send(api.sticker)),
  ];
}

async function shareOther(view, actions) {
  const others = view.people.filter((person) => person.telegram_id !== view.person.telegram_id);
  if (!others.length) {
    toast(t("attach.nobody"));
    return;
  }
  const chosen = await ask({
    title: t("attach.other_contact"),
    stacked: true,
    buttons: others.map((person) => ({ id: person.telegram_id, text: fullName(person) })),
  });
  if (chosen !== null) await actions.contact({ telegram_id: chosen });
}

export function item(sign, content, onclick, extra = "") {
  return el("button", { type: "button", role: "menuitem", class: `menu-item ${extra}`, onclick }, sign ? icon(sign) : null, el("div", {}, content));
}
