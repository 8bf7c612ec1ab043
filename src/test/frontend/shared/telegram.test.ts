import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contrast, palette, readable } from '~/shared/telegram/theme';

const INIT_DATA = `user=${encodeURIComponent('{"id":2,"language_code":"en"}')}&auth_date=1&hash=ab&start_param=booking_42`;
const LAUNCH = new URLSearchParams({ tgWebAppData: INIT_DATA, tgWebAppVersion: '7.0', tgWebAppPlatform: 'android' });

const posted: [string, object][] = [];

/** Opens the app's modules anew, as a page load does. */
async function open(hash: string) {
  vi.resetModules();
  location.hash = hash;
  return { ...(await import('~/shared/telegram/bridge')), ...(await import('~/shared/route')) };
}

beforeEach(() => {
  posted.length = 0;
  vi.stubGlobal('TelegramWebviewProxy', {
    postEvent: (name: string, json: string) => posted.push([name, JSON.parse(json)]),
  });
});
afterEach(() => {
  sessionStorage.clear();
  location.hash = '';
});

describe('a launch', () => {
  it('is read from the address, with initData untouched', async () => {
    const { launch } = await open(`#${LAUNCH}`);
    expect(launch).toMatchObject({ initData: INIT_DATA, version: '7.0', platform: 'android', languageCode: 'en' });
  });

  it('survives a reload after the app has moved to another page', async () => {
    await open(`#${LAUNCH}`);
    const { launch } = await open('#/clients');
    expect(launch?.initData).toBe(INIT_DATA);
  });

  it('needs no storage', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const { launch } = await open(`#${LAUNCH}`);
    expect(launch?.initData).toBe(INIT_DATA);
  });

  it('is absent in a plain browser, where nothing is posted', async () => {
    const { launch, post } = await open('');
    post('web_app_ready');
    expect(launch).toBeNull();
    expect(posted).toEqual([]);
  });
});

describe('the first page', () => {
  it('comes from the start parameter', async () => {
    expect((await open(`#${LAUNCH}`)).route.value).toBe('/booking/42');
  });

  it('comes from the link’s own path before that', async () => {
    expect((await open(`#/clients?${LAUNCH}`)).route.value).toBe('/clients');
  });
});

describe('the bridge', () => {
  it('asks only for what the client’s version knows', async () => {
    const { post } = await open(`#${LAUNCH}`);
    post('web_app_setup_closing_behavior', { need_confirmation: true });
    post('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
    expect(posted).toEqual([['web_app_setup_closing_behavior', { need_confirmation: true }]]);
  });

  it('hears Telegram by the global function of phones', async () => {
    const { listen, on } = await open(`#${LAUNCH}`);
    const heard = vi.fn();
    listen();
    const stop = on('main_button_pressed', heard);
    const telegram = window as unknown as {
      Telegram: { WebView: { receiveEvent(name: string, data?: unknown): void } };
    };
    telegram.Telegram.WebView.receiveEvent('main_button_pressed');
    stop();
    telegram.Telegram.WebView.receiveEvent('main_button_pressed');
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('the theme', () => {
  const pale = { bg_color: '#ffffff', secondary_bg_color: '#efeff4', text_color: '#000000', button_color: '#8ad0ff' };

  it('keeps Telegram’s colours where they can be read, and darkens them where not', () => {
    expect(readable('#000080', '#ffffff', '#000000')).toBe('#000080');
    const { variables } = palette(pale, false);
    for (const name of ['--accent', '--hint', '--danger']) {
      for (const ground of ['--page', '--card', '--fill', '--accent-soft']) {
        expect(contrast(variables[name] ?? '', variables[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(variables['--button'] ?? '', variables['--button-text'] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('knows a dark theme by its background', () => {
    expect(palette({ bg_color: '#17212b', text_color: '#f5f5f5' }, false).dark).toBe(true);
    expect(palette(pale, true).dark).toBe(false);
    expect(palette({}, true).dark).toBe(true);
  });
});
