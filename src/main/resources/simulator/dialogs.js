import { el } from "./dom.js";
import { t } from "./texts.js";

const TOAST_MILLIS = 3500;

/** A short notice over the page. */
export function toast(text) {
  const node = el("div", { class: "toast" }, text);
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), TOAST_MILLIS);
}

/**
 * Asks with buttons {id, text, danger}; gives the id of the pressed one, or null when the dialog was dismissed.
 * A long choice is stacked, one below the other.
 */
export function ask({ title, text, buttons, stacked = false }) {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { onclose: () => finish(null) },
      title ? el("h2", {}, title) : null,
      text ? el("p", {}, text) : null,
      el(
        "div",
        { class: `dialog-buttons ${stacked ? "is-stacked" : ""}` },
        buttons.map((button) =>
          el(
            "button",
            { type: "button", class: `text-button ${button.danger ? "is-danger" : ""}`, onclick: () => finish(button.id) },
            button.text,
          ),
        ),
      ),
    );
    let finished = false;
    function finish(id) {
      if (finished) return;
      finished = true;
      dialog.remove();
      resolve(id);
    }
    document.body.append(dialog);
    dialog.showModal();
  });
}

export const alertBox = (text, title) => ask({ title, text, buttons: [{ id: "ok", text: t("ok") }] });

export async function confirmBox(text, yes, title) {
  const answer = await ask({
    title,
    text,
    buttons: [
      { id: "no", text: t("cancel") },
      { id: "yes", text: yes },
    ],
  });
  return answer === "yes";
}

/** A menu that goes away with the next click or Escape. */
export function popupMenu(host, items, extra = "") {
  host.querySelector(".popup-menu")?.remove();
  const menu = el("div", { class: `popup-menu ${extra}`, role: "menu" }, items);
  const close = (event) => {
    if (event.type === "keydown" && event.key !== "Escape") return;
    menu.remove();
    document.removeEventListener("click", close);
    document.removeEventListener("keydown", close);
  };
  host.append(menu);
  // the click that opened the menu is still on its way up
  setTimeout(() => {
    document.addEventListener("click", close);
    document.addEventListener("keydown", close);
  });
  menu.querySelector("button")?.focus({ preventScroll: true });
}
