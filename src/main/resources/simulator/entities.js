import { el } from "./dom.js";

const SIMPLE = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** A text with its entities as nodes. Offsets count UTF-16 units, as JavaScript does. */
export function formatted(text, entities = [], actions) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, sorted, actions);
}

function between(text, start, end, entities, actions) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const last = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || last <= at) continue;
    if (entity.offset > at) nodes.push(document.createTextNode(text.slice(at, entity.offset)));
    const inside = entities.slice(i + 1).filter((other) => other.offset < last);
    nodes.push(wrap(entity, text.slice(entity.offset, last), between(text, entity.offset, last, inside, actions), actions));
    at = last;
  }
  if (at < end) nodes.push(document.createTextNode(text.slice(at, end)));
  return nodes;
}

function wrap(entity, words, children, actions) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children, actions);
    case "url":
      return link(words, children, actions);
    case "bot_command":
      return el("button", { type: "button", class: "command", onclick: () => actions.say(words) }, children);
    case "spoiler":
      return el(
        "span",
        { class: "spoiler", onclick: (event) => event.currentTarget.classList.add("is-open") },
        children,
      );
    default:
      return el(SIMPLE[entity.type] ?? "span", {}, children);
  }
}

function link(url, children, actions) {
  if (!/^(https?|tg):\/\//i.test(url)) return el("span", {}, children);
  return el(
    "a",
    {
      href: url,
      target: "_blank",
      rel: "noopener noreferrer",
      onclick: (event) => {
        if (actions.openInside(url)) event.preventDefault();
      },
    },
    children,
  );
}
