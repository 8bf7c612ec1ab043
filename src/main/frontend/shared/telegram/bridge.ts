import { readLaunch } from './launch';

/** The methods of Telegram in use, with the Bot API version that brought each. */
const SINCE = {
  iframe_ready: '6.0',
  web_app_ready: '6.0',
  web_app_expand: '6.0',
  web_app_close: '6.0',
  web_app_request_theme: '6.0',
  web_app_request_viewport: '6.0',
  web_app_setup_main_button: '6.0',
  web_app_setup_back_button: '6.1',
  web_app_set_header_color: '6.1',
  web_app_set_background_color: '6.1',
  web_app_trigger_haptic_feedback: '6.1',
  web_app_open_link: '6.0',
  web_app_open_tg_link: '6.1',
  web_app_open_popup: '6.2',
  web_app_setup_closing_behavior: '6.2',
  web_app_request_write_access: '6.9',
  web_app_setup_settings_button: '6.10',
  web_app_setup_swipe_behavior: '7.7',
  web_app_setup_secondary_button: '7.10',
  web_app_set_bottom_bar_color: '7.10',
  web_app_request_safe_area: '8.0',
  web_app_request_content_safe_area: '8.0',
  web_app_request_fullscreen: '8.0',
  web_app_exit_fullscreen: '8.0',
  web_app_request_file_download: '8.0',
} as const;

type Method = keyof typeof SINCE;
type Listener = (data: Record<string, unknown>) => void;

interface TelegramWindow {
  TelegramWebviewProxy?: { postEvent(name: string, json: string): void };
  Telegram?: { WebView?: { receiveEvent?(name: string, data: unknown): void } };
}
const host = window as unknown as TelegramWindow;

export const launch = readLaunch();
const inFrame = window.parent !== window;

/** Whether this Telegram client knows the method; always false in a plain browser. */
export function supports(method: Method): boolean {
  return !!launch && (inFrame || !!host.TelegramWebviewProxy) && atLeast(SINCE[method]);
}

/** Whether Telegram speaks this version of the Bot API. */
export function atLeast(version: string): boolean {
  const [major = 0, minor = 0] = (launch?.version ?? '0').split('.').map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = version.split('.').map(Number);
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}

/** Asks Telegram for something; silently nothing where the client is too old for it. */
export function post(method: Method, data: object = {}): void {
  if (!supports(method)) return;
  if (host.TelegramWebviewProxy) host.TelegramWebviewProxy.postEvent(method, JSON.stringify(data));
  // No event carries a secret, and the frame-ancestors policy decides who may frame this page: any parent may hear.
  else window.parent.postMessage(JSON.stringify({ eventType: method, eventData: data }), '*');
}

const listeners = new Map<string, Set<Listener>>();

/** Listens to an event of Telegram; answers with the function that stops listening. */
export function on(event: string, listener: Listener): () => void {
  const set = listeners.get(event) ?? new Set();
  listeners.set(event, set.add(listener));
  return () => set.delete(listener);
}

function receive(event: string, data: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener((data ?? {}) as Record<string, unknown>);
}

/** Opens the ears: phones and desktops call a global function, the web version posts messages into the frame. */
export function listen(): void {
  host.Telegram = { ...host.Telegram, WebView: { ...host.Telegram?.WebView, receiveEvent: receive } };
  window.addEventListener('message', (message) => {
    if (message.source !== window.parent || typeof message.data !== 'string') return;
    try {
      const { eventType, eventData } = JSON.parse(message.data);
      receive(eventType, eventData);
    } catch {
      // Other pages may post what they like; what is not Telegram's JSON is not for us.
    }
  });
}
