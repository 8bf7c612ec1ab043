import { botAvatar, el, icon, personAvatar } from "./dom.js";
import { formatted } from "./entities.js";
import { day, t, time } from "./texts.js";

/** One line of a message, for the list of chats. */
export function preview(message) {
  if (!message) return "";
  return (message.text ?? message.caption ?? (message.photo ? t("photo") : null) ?? message.document?.file_name ?? kind(message)).replace(/\s+/g, " ");
}

function kind(message) {
  if (message.contact) return t("contact");
  if (message.location) return t("location");
  if (message.sticker) return `${message.sticker.emoji} ${t("sticker")}`;
  return "";
}

/** The messages with a sign before each new day. */
export function conversation(messages, actions, cache) {
  const nodes = [];
  let lastDay = null;
  for (const message of messages) {
    const today = day(message.date);
    if (today !== lastDay) {
      nodes.push(el("div", { class: "day" }, today));
      lastDay = today;
    }
    nodes.push(cached(message, actions, cache));
  }
  return nodes;
}

/** An unchanged message keeps its node: opened spoilers and waiting buttons stay as they are. */
function cached(message, actions, cache) {
  const key = JSON.stringify(message);
  const known = cache.get(message.message_id);
  if (known?.key === key) return known.node;
  const node = messageNode(message, actions);
  cache.set(message.message_id, { key, node });
  return node;
}

function messageNode(message, actions) {
  const own = !message.from.is_bot;
  const buttons = message.reply_markup?.inline_keyboard ?? [];
  return el(
    "div",
    {
      class: `message ${own ? "is-own" : ""} ${buttons.length ? "has-buttons" : ""} ${message.photo ? "has-photo" : ""}`,
      data: { messageId: String(message.message_id) },
    },
    message.sticker ? el("div", { class: "sticker" }, message.sticker.emoji) : el("div", { class: "bubble" }, body(message, actions)),
    buttons.length ? el("div", { class: "buttons" }, buttons.map((row) => buttonRow(message, row, actions))) : null,
  );
}

function body(message, actions) {
  const meta = el("span", { class: "meta" }, message.edit_date ? `${t("edited")} ${time(message.edit_date)}` : time(message.date));
  if (message.contact) return [contactCard(message.contact), meta];
  if (message.location) return [card(icon("place"), t("location"), `${message.location.latitude}, ${message.location.longitude}`), meta];
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const nodes = [];
  if (message.photo) nodes.push(photo(message.photo.at(-1), text));
  if (message.document) nodes.push(documentCard(message.document));
  nodes.push(el("div", { class: "text" }, formatted(text, entities, actions), meta));
  return nodes;
}

function photo(size, text) {
  return el("img", {
    class: `photo ${text ? "" : "is-alone"}`,
    src: `/simulator/api/files/${encodeURIComponent(size.file_id)}`,
    width: size.width,
    height: size.height,
    alt: t("photo"),
  });
}

/** A click saves the file under its name. */
function documentCard(file) {
  const size = t("kilobytes", Math.ceil(file.file_size / 1000));
  return el(
    "a",
    { class: "document", href: `/simulator/api/files/${encodeURIComponent(file.file_id)}`, download: file.file_name },
    card(icon("file"), file.file_name, size),
  );
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  const picture = personAvatar({ ...contact, telegram_id: contact.user_id ?? 0 });
  return card(picture, name, `+${contact.phone_number.replace(/^\+/, "")}`);
}

function card(picture, title, text) {
  return el(
    "div",
    { class: "card" },
    picture,
    el("div", {}, el("div", { class: "card-title" }, title), el("div", { class: "card-text" }, text)),
  );
}

function buttonRow(message, row, actions) {
  return el("div", { class: "buttons-row" }, row.map((button) => inlineButton(message, button, actions)));
}

function inlineButton(message, button, actions) {
  const sign = button.url ? icon("link") : button.web_app ? icon("app") : null;
  return el(
    "button",
    {
      type: "button",
      class: "inline-button",
      onclick: (event) => {
        if (button.callback_data !== undefined) actions.press(message, button, event.currentTarget);
        else if (button.web_app) actions.openMiniApp(button.web_app.url);
        else if (button.url) actions.openUrl(button.url);
      },
    },
    button.text,
    sign,
  );
}

/** A row of the list of chats. */
export function chatRow(bot, chat, isCurrent, open) {
  return el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: `row ${isCurrent ? "is-current" : ""}`,
        "aria-current": isCurrent ? "true" : null,
        data: { bot: bot.bot },
        onclick: open,
      },
      botAvatar(bot),
      el(
        "span",
        { class: "row-body" },
        el(
          "span",
          { class: "row-line" },
          el("span", { class: "row-title" }, bot.name),
          chat?.last_message ? el("span", { class: "row-time" }, time(chat.last_message.date)) : null,
        ),
        el(
          "span",
          { class: "row-line" },
          el("span", { class: "row-text" }, chat?.last_message ? preview(chat.last_message) : t(`preview.${bot.bot}`)),
          chat?.unread && !isCurrent ? el("span", { class: "badge", title: t("unread") }, String(chat.unread)) : null,
        ),
      ),
    ),
  );
}
