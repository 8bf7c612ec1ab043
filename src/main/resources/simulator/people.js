import { api } from "./api.js";
import { el, fullName, icon, iconButton, personAvatar } from "./dom.js";
import { t } from "./texts.js";

const SEARCH_FROM = 8;

/** The list of people to be, in place of the list of chats. */
export function peoplePanel({ people, current, onChoose, onAdded, onClose }) {
  const list = el("ul", { class: "list is-filling" });
  const show = (wanted) => {
    const query = wanted.trim().toLowerCase();
    const found = people.filter((person) =>
      [fullName(person), person.username, person.phone].some((text) => text?.toLowerCase().includes(query)),
    );
    list.replaceChildren(
      ...found.map((person) => personRow(person, person.telegram_id === current?.telegram_id, () => onChoose(person))),
    );
  };
  show("");
  return el(
    "div",
    { class: "sidebar" },
    el(
      "div",
      { class: "bar" },
      onClose ? iconButton("back", t("back"), onClose) : null,
      el("div", { class: "bar-title" }, t("people.title"), el("small", {}, t("people.hint"))),
      iconButton("add", t("people.new"), (event) => {
        const panel = event.currentTarget.closest(".sidebar");
        panel.replaceWith(newPersonPanel({ onAdded, onClose: () => onAdded(null) }));
      }, "is-accent"),
    ),
    people.length >= SEARCH_FROM
      ? el(
          "div",
          { class: "search-line" },
          el("input", {
            class: "search",
            type: "search",
            placeholder: t("people.search"),
            "aria-label": t("people.search"),
            oninput: (event) => show(event.currentTarget.value),
          }),
        )
      : null,
    people.length ? list : el("div", { class: "empty" }, t("people.none")),
  );
}

function personRow(person, isCurrent, choose) {
  return el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: `row ${isCurrent ? "is-current" : ""}`,
        data: { person: String(person.telegram_id) },
        onclick: choose,
      },
      personAvatar(person),
      el(
        "span",
        { class: "row-body" },
        el("span", { class: "row-line" }, el("span", { class: "row-title" }, fullName(person))),
        el("span", { class: "row-line" }, el("span", { class: "row-text" }, about(person))),
      ),
    ),
  );
}

export function about(person) {
  return [person.username ? `@${person.username}` : null, `+${person.phone.replace(/^\+/, "")}`].filter(Boolean).join(" · ");
}

/** Who one is now; a press leads to the list. */
export function personCard(person, onclick) {
  return el(
    "button",
    { type: "button", class: "row person-card", title: t("people.change"), onclick },
    personAvatar(person, "is-small"),
    el(
      "span",
      { class: "row-body" },
      el("span", { class: "row-line" }, el("span", { class: "row-title" }, fullName(person))),
      el("span", { class: "row-line" }, el("span", { class: "row-text" }, about(person))),
    ),
    icon("switch"),
  );
}

function newPersonPanel({ onAdded, onClose }) {
  const error = el("p", { class: "form-error", hidden: true, role: "alert" });
  const form = el(
    "form",
    { class: "form" },
    field("first_name", t("people.first_name"), { required: true, maxLength: 64, autocomplete: "off" }),
    field("last_name", t("people.last_name"), { maxLength: 64, autocomplete: "off" }),
    field("username", t("people.username"), { maxLength: 32, autocomplete: "off", placeholder: "ivan_petrov" }),
    el(
      "label",
      { class: "field" },
      t("people.language"),
      el(
        "select",
        { name: "language_code" },
        el("option", { value: "ru" }, "Русский"),
        el("option", { value: "en" }, "English"),
      ),
    ),
    error,
    el("button", { type: "submit", class: "wide-button" }, t("people.create")),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      onAdded(await api.register(Object.fromEntries(new FormData(form))));
    } catch (problem) {
      error.textContent = problem.message;
      error.hidden = false;
    }
  });
  queueMicrotask(() => form.elements.first_name.focus());
  return el(
    "div",
    { class: "sidebar" },
    el(
      "div",
      { class: "bar" },
      iconButton("back", t("back"), onClose),
      el("div", { class: "bar-title" }, t("people.new"), el("small", {}, t("people.phone_hint"))),
    ),
    form,
  );
}

function field(name, label, attributes) {
  return el("label", { class: "field" }, label, el("input", { name, type: "text", ...attributes }));
}
