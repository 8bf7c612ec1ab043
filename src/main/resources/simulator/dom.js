/** Builds elements. Content is always set as text, never parsed. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name in node && name !== "list" && !name.startsWith("aria")) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PATHS = {
  back: "M19 12H5m6-7-7 7 7 7",
  close: "M6 6l12 12M18 6 6 18",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  send: "M4 12h15m-6-6.5 6.5 6.5-6.5 6.5",
  attach: "m20 11.5-8.3 8.3a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6",
  keyboard: "M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M18 10v.01M8 14h8",
  hide: "m6 9 6 6 6-6",
  commands: "M15 5 9 19",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.5 3-5.5 6.5-5.5s6.5 2 6.5 5.5M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.8c2.2.7 3.5 2.5 3.5 5.2",
  add: "M12 5v14M5 12h14",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c0-4 3.5-6 8-6s8 2 8 6",
  file: "M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6",
  place: "M12 21.5s7-6.2 7-11.5a7 7 0 0 0-14 0c0 5.3 7 11.5 7 11.5zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  sticker: "M20 12.5V7a3 3 0 0 0-3-3H7a3 3 0 0 0-3 3v10a3 3 0 0 0 3 3h5.5zM20 12.5h-4.5a3 3 0 0 0-3 3V20",
  block: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6",
  link: "M8 16 17 7M9.5 7H17v7.5",
  app: "M5 4h14v16H5zM5 8.5h14",
  reload: "M20 5v5h-5M19.5 10A8 8 0 1 0 20 14",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  tools: "M14.6 6.4a4.3 4.3 0 0 0-5.6 5.3L3.8 17a2.3 2.3 0 0 0 3.2 3.2l5.3-5.2a4.3 4.3 0 0 0 5.3-5.6l-2.8 2.8-2.6-.4-.4-2.6z",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
  fault: "M13 3 5.5 13.5H12L11 21l7.5-10.5H12z",
  switch: "m8 9 4-4 4 4M8 15l4 4 4-4",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, extra = "") {
  return el("button", { type: "button", class: `icon-button ${extra}`, title: label, "aria-label": label, onclick }, icon(name));
}

/** A picture of somebody who has none: initials on the colour of their id. */
export function avatar(names, colour, size = "") {
  const initials = names.filter(Boolean).map((name) => [...name][0]).slice(0, 2).join("").toUpperCase();
  return el("span", { class: `avatar ${size}`, "aria-hidden": "true", data: { colour: String(colour) } }, initials);
}

export function personAvatar(person, size = "") {
  return avatar([person.first_name, person.last_name], person.telegram_id % 7, size);
}

export function botAvatar(bot, size = "") {
  return avatar(bot.name.split(" "), bot.bot, size);
}

export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}
