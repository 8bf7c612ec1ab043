/**
 * What Telegram says when it opens a Mini App: `<url>#tgWebAppData=…&tgWebAppVersion=…`.
 * https://docs.telegram-mini-apps.com/platform/launch-parameters
 *
 * Read here rather than by @tma.js/sdk: its parser refuses initData without `signature`, which older Telegram
 * clients do not send, and it would take a quarter of the 45 kB that an app may weigh.
 */
export interface Launch {
  /** Telegram's signed description of the user and the chat, as received: only the server can trust it. */
  initData: string;
  version: string;
  platform: string;
  themeParams: Record<string, string>;
  startParam: string | undefined;
  languageCode: string | undefined;
}

const STORED_AS = 'telegram-launch';

/** Null in a plain browser. */
export function readLaunch(): Launch | null {
  const hash = location.hash.replace(/^#/, '').replace(/^\/[^?]*\?/, '');
  let raw = hash.includes('tgWebAppData=') ? hash : null;
  // Navigation inside the app replaces the hash; the storage lets a reload find the launch again.
  if (raw) sessionStorage.setItem(STORED_AS, raw);
  else raw = sessionStorage.getItem(STORED_AS);
  if (!raw) return null;

  const params = new URLSearchParams(raw);
  const initData = params.get('tgWebAppData') ?? '';
  const signed = new URLSearchParams(initData);
  return {
    initData,
    version: params.get('tgWebAppVersion') ?? '6.0',
    platform: params.get('tgWebAppPlatform') ?? 'unknown',
    themeParams: parseJson(params.get('tgWebAppThemeParams')),
    startParam: params.get('tgWebAppStartParam') ?? signed.get('start_param') ?? undefined,
    languageCode: parseJson(signed.get('user')).language_code,
  };
}

function parseJson(text: string | null): Record<string, string> {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}
