import { api } from "./api.js";
import { alertBox, ask, confirmBox, popupMenu, toast } from "./dialogs.js";
import { el, iconButton } from "./dom.js";
import { item } from "./composer.js";
import { cloudStorage } from "./storage.js";
import { openTab } from "./links.js";
import { onThemeChange, themeParameters } from "./theme.js";
import { t } from "./texts.js";

const NO_INSETS = { top: 0, bottom: 0, left: 0, right: 0 };
const NATIVE_BUTTONS = { ok: "ok", close: "close", cancel: "cancel" };

let open = null;

// A page of our own origin reaches this very function. The SDKs post to "https://web.telegram.org", which this window is
// not; and passing the message on to the native function would make this window its source. So it is taken here.
const nativePostMessage = window.postMessage.bind(window);
window.postMessage = (message, ...rest) => (open ? open.receive(message) : nativePostMessage(message, ...rest));

// A page of another origin reaches the native function.
window.addEventListener("message", (event) => {
  if (open && event.source === open.window()) open.receive(event.data);
});

/** Opens a Mini App over the chat, as Telegram does: signed initData in the address, events through postMessage. */
export async function openMiniApp(url, { bot, person, chat, actions }) {
  const launch = await api.miniApp(bot.bot, person.telegram_id, url);
  const src = `${launch.src}&tgWebAppThemeParams=${encodeURIComponent(JSON.stringify(themeParameters()))}`;
  if (!launch.own) {
    if (await confirmBox(t("mini_app.foreign"), t("mini_app.open_tab"))) openTab(src);
    return;
  }
  open?.close();
  open = new MiniApp(src, { bot, person, chat, actions });
}

class MiniApp {
  constructor(src, context) {
    this.context = context;
    this.confirmClosing = false;
    this.frame = el("iframe", { src, title: context.bot.name, allow: "clipboard-write; fullscreen" });
    this.back = iconButton("back", t("back"), () => this.emit("back_button_pressed"));
    this.back.hidden = true;
    this.closeButton = iconButton("close", t("close"), () => this.askToClose());
    this.settings = false;
    const more = iconButton("more", t("more"), (event) => {
      event.stopPropagation();
      popupMenu(this.bar, this.menu(), "is-below");
    });
    this.bar = el(
      "div",
      { class: "bar" },
      this.closeButton,
      this.back,
      el("div", { class: "bar-title" }, context.bot.name, el("small", {}, t("mini_app.label"))),
      more,
    );
    this.main = this.button("main", "main_button_pressed");
    this.secondary = this.button("secondary", "secondary_button_pressed");
    this.buttons = el("div", { class: "mini-app-buttons", hidden: true }, this.secondary, this.main);
    this.sheet = el(
      "div",
      { class: "mini-app", onclick: (event) => event.target === this.sheet && this.askToClose() },
      el("div", { class: "mini-app-window", role: "dialog", "aria-label": context.bot.name }, this.bar, this.frame, this.buttons),
    );
    this.resized = new ResizeObserver(() => this.emit("viewport_changed", this.viewport()));
    this.forgetTheme = onThemeChange(() => this.emit("theme_changed", { theme_params: themeParameters() }));
    document.body.append(this.sheet);
    this.resized.observe(this.frame);
  }

  window() {
    return this.frame.contentWindow;
  }

  emit(eventType, eventData) {
    this.window()?.postMessage(JSON.stringify({ eventType, eventData }), location.origin);
  }

  receive(message) {
    let event;
    try {
      event = typeof message === "string" ? JSON.parse(message) : message;
    } catch {
      return;
    }
    this.on(event?.eventType, event?.eventData ?? {});
  }

  on(type, data) {
    switch (type) {
      case "web_app_close":
        return this.close();
      case "web_app_request_theme":
        return this.emit("theme_changed", { theme_params: themeParameters() });
      case "web_app_request_viewport":
      case "web_app_expand":
        return this.emit("viewport_changed", this.viewport());
      case "web_app_request_safe_area":
        return this.emit("safe_area_changed", NO_INSETS);
      case "web_app_request_content_safe_area":
        return this.emit("content_safe_area_changed", NO_INSETS);
      case "web_app_setup_main_button":
        return this.setup(this.main, data);
      case "web_app_setup_secondary_button":
        return this.setup(this.secondary, data);
      case "web_app_setup_back_button":
        this.back.hidden = !data.is_visible;
        this.closeButton.hidden = Boolean(data.is_visible);
        return undefined;
      case "web_app_setup_settings_button":
        this.settings = Boolean(data.is_visible);
        return undefined;
      case "web_app_setup_closing_behavior":
        this.confirmClosing = Boolean(data.need_confirmation);
        return undefined;
      case "web_app_open_popup":
        return this.popup(data);
      case "web_app_open_link":
        return this.context.actions.openInside(data.url) ? this.close() : openTab(data.url);
      case "web_app_open_tg_link":
        return this.openTelegramLink(data.path_full ?? "");
      default:
        return this.onRare(type, data);
    }
  }

  /** What is asked seldom, and what a browser cannot do: it is answered, so that no app waits for ever. */
  async onRare(type, data) {
    switch (type) {
      case "web_app_request_write_access":
        return this.emit("write_access_requested", { status: this.context.chat.started ? "allowed" : "cancelled" });
      case "web_app_request_phone":
        return this.requestPhone();
      case "web_app_invoke_custom_method":
        return this.emit("custom_method_invoked", { req_id: data.req_id, ...cloudStorage(this.context, data) });
      case "web_app_read_text_from_clipboard":
        return this.emit("clipboard_text_received", { req_id: data.req_id, data: null });
      case "web_app_open_scan_qr_popup":
        await alertBox(t("mini_app.no_camera"));
        return this.emit("scan_qr_popup_closed");
      case "web_app_biometry_get_info":
        return this.emit("biometry_info_received", { available: false });
      case "web_app_check_home_screen":
        return this.emit("home_screen_checked", { status: "unsupported" });
      case "web_app_request_fullscreen":
        return this.emit("fullscreen_failed", { error: "UNSUPPORTED" });
      case "web_app_check_location":
        return this.emit("location_checked", { available: false });
      default:
        // haptics, colours, swipes: nothing to do in a browser
        return undefined;
    }
  }

  viewport() {
    return { width: this.frame.clientWidth, height: this.frame.clientHeight, is_expanded: true, is_state_stable: true };
  }

  button(name, event) {
    return el("button", {
      type: "button",
      class: "mini-app-button",
      data: { button: name },
      hidden: true,
      onclick: () => this.emit(event),
    });
  }

  setup(button, { is_visible, is_active, is_progress_visible, text, color, text_color, position }) {
    if (is_visible !== undefined) button.hidden = !is_visible;
    if (is_active !== undefined) button.disabled = !is_active;
    if (text) button.textContent = is_progress_visible ? `${text} …` : text;
    button.setAttribute("aria-busy", String(Boolean(is_progress_visible)));
    if (color) button.style.background = color;
    if (text_color) button.style.color = text_color;
    if (position) {
      this.buttons.classList.toggle("is-column", position === "top" || position === "bottom");
      const first = position === "left" || position === "top";
      this.buttons.replaceChildren(...(first ? [this.secondary, this.main] : [this.main, this.secondary]));
    }
    this.buttons.hidden = this.main.hidden && this.secondary.hidden;
  }

  async popup({ title, message, buttons = [] }) {
    const id = await ask({
      title,
      text: message,
      buttons: buttons.map((button) => ({
        id: button.id,
        text: NATIVE_BUTTONS[button.type] ? t(NATIVE_BUTTONS[button.type]) : button.text,
        danger: button.type === "destructive",
      })),
    });
    this.emit("popup_closed", id === null ? {} : { button_id: id });
  }

  async requestPhone() {
    const agreed = await confirmBox(t("share_own_question", this.context.bot.name), t("share"));
    if (agreed) await this.context.actions.contact({ own: true });
    this.emit("phone_requested", { status: agreed ? "sent" : "cancelled" });
  }

  openTelegramLink(path) {
    if (this.context.actions.openInside(`https://t.me${path.startsWith("/") ? "" : "/"}${path}`)) this.close();
    else toast(t("link_outside"));
  }

  menu() {
    return [
      this.settings ? item("settings", t("mini_app.settings"), () => this.emit("settings_button_pressed")) : null,
      item("reload", t("mini_app.reload"), () => this.window()?.location.reload()),
      item("close", t("close"), () => this.askToClose()),
    ].filter(Boolean);
  }

  async askToClose() {
    if (!this.confirmClosing || (await confirmBox(t("mini_app.unsaved"), t("mini_app.close_anyway")))) this.close();
  }

  close() {
    this.resized.disconnect();
    this.forgetTheme();
    this.sheet.remove();
    if (open === this) open = null;
  }
}
