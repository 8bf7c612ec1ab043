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
  /** The account that it was opened with; what is kept on the phone is kept apart by it. */
  userId: number | undefined;
  /** Whether the bot may write to this person already. */
  allowsWriting: boolean;
}

const STORED_AS = 'telegram-launch';

/** Null in a plain browser. */
export function readLaunch(): Launch | null {
  const hash = location.hash.replace(/^#/, '').replace(/^\/[^?]*\?/, '');
  const raw = keptOverReloads(hash.includes('tgWebAppData=') ? hash : null);
  if (!raw) return null;

  const params = new URLSearchParams(raw);
  const initData = params.get('tgWebAppData') ?? '';
  const signed = new URLSearchParams(initData);
  const user = parseJson<{ id?: number; language_code?: string; allows_write_to_pm?: boolean }>(signed.get('user'));
  return {
    initData,
    version: params.get('tgWebAppVersion') ?? '6.0',
    platform: params.get('tgWebAppPlatform') ?? 'unknown',
    themeParams: parseJson<Record<string, string>>(params.get('tgWebAppThemeParams')),
    startParam: params.get('tgWebAppStartParam') ?? signed.get('start_param') ?? undefined,
    languageCode: user.language_code,
    userId: user.id,
    allowsWriting: user.allows_write_to_pm === true,
  };
}

/** Navigation inside the app replaces the hash; the storage lets a reload find the launch again. */
function keptOverReloads(launch: string | null): string | null {
  try {
    if (launch) sessionStorage.setItem(STORED_AS, launch);
    return launch ?? sessionStorage.getItem(STORED_AS);
  } catch {
    // Without a storage a reload has to come from the chat.
    return launch;
  }
}

function parseJson<T>(text: string | null): T {
  try {
    return JSON.parse(text ?? '{}') ?? {};
  } catch {
    return {} as T;
  }
}
