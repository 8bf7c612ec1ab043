import { act, cleanup, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '~/shared/api/types';
import { clientMe } from '../samples';
import { type Network, problem, stubNetwork } from '../support';

let network: Network;

/** Opens the page anew; the launch is what Telegram says, or null in a plain browser. */
async function open(
  launch: Record<string, string> | null,
  App?: (props: { me: Me }) => ComponentChildren,
  preloadFirst?: (me: Me) => Promise<void>,
) {
  vi.resetModules();
  location.hash = launch ? `#${new URLSearchParams(launch)}` : '';
  const { startSession } = await import('~/shared/session');
  const { Shell } = await import('~/shared/ui/shell');
  const starting = startSession(preloadFirst);
  render(<Shell app={App ?? (({ me }) => <p>{`Hello ${me.first_name}`}</p>)} />);
  await act(() => starting);
}

const LAUNCH = { tgWebAppData: 'user=%7B%22language_code%22%3A%22ru%22%7D&hash=ab', tgWebAppVersion: '9.1' };

beforeEach(() => {
  network = stubNetwork();
  network.on('PUT /users/profile', {});
});
afterEach(() => {
  document.body.innerHTML = '';
  sessionStorage.clear();
  localStorage.clear();
});

describe('the first moment of an app', () => {
  it('in a plain browser says where to open it, and asks the server nothing', async () => {
    await open(null);
    expect(screen.getByRole('heading').textContent).toMatch(/Telegram/);
    expect(network.sent).toEqual([]);
  });

  it('shows the app to who signed in', async () => {
    network.on('POST /auth/telegram', { access_token: 't', user: clientMe });
    await open(LAUNCH);
    expect(screen.getByText('Hello Анна')).toBeTruthy();
  });

  it('asks to open it again from the chat when initData is stale', async () => {
    network.on('POST /auth/telegram', () => problem(401, 'init_data_stale', 'Откройте заново'));
    await open(LAUNCH);
    expect(screen.getByRole('heading', { name: 'Откройте ещё раз из чата' })).toBeTruthy();
  });

  it('offers to try again when the server fails', async () => {
    network.on('POST /auth/telegram', () => problem(503, 'unavailable', 'Сейчас не получается'));
    await open(LAUNCH);
    expect(screen.getByRole('heading', { name: 'Сейчас не получается' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Повторить' })).toBeTruthy();
  });

  it('goes on by itself when the network is back', async () => {
    network.on('POST /auth/telegram', () => problem(503, 'unavailable', 'Сейчас не получается'));
    await open(LAUNCH);
    network.on('POST /auth/telegram', { access_token: 't', user: clientMe });
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText('Hello Анна')).toBeTruthy();
  });

  it('greets who was here before at once, and takes over what has changed meanwhile', async () => {
    network.on('POST /auth/telegram', { access_token: 't', user: clientMe });
    await open(LAUNCH);
    cleanup();
    let answer: (reached: object) => void = () => {};
    const before = globalThis.fetch;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (url.endsWith('/auth/telegram')) await new Promise((resolve) => (answer = resolve));
      return before(url, init);
    });
    network.on('POST /auth/telegram', { access_token: 't', user: { ...clientMe, first_name: 'Аня' } });
    const opening = open(LAUNCH);
    expect(await screen.findByText('Hello Анна')).toBeTruthy();
    answer({});
    await opening;
    expect(await screen.findByText('Hello Аня')).toBeTruthy();
  });

  it('learns what has changed when it is looked at again after a while', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    network.on('POST /auth/telegram', { access_token: 't', user: clientMe });
    network.on('GET /users/me', { ...clientMe, first_name: 'Аня' });
    await open(LAUNCH);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(network.requests('GET /users/me')).toHaveLength(0);
    vi.setSystemTime(Date.now() + 6 * 60_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText('Hello Аня')).toBeTruthy();
    vi.useRealTimers();
  });

  describe('while what start.js asked for is on its way', () => {
    beforeEach(() => {
      network.on('POST /auth/telegram', { access_token: 't', user: clientMe });
      const firstRead = Promise.resolve({ path: '/', answer: Promise.resolve(new Response()), until: 0 });
      window.signingIn = { initData: 'of another launch', answer: Promise.resolve(new Response()), firstRead };
    });
    afterEach(() => {
      delete window.signingIn;
      vi.useRealTimers();
    });

    it('waits, and draws the first screen once and whole, without asking again', async () => {
      let data: typeof import('~/shared/data');
      const drawn: unknown[] = [];
      const askAgain = vi.fn();
      const App = () => {
        const shown = data.useLoad('first', askAgain).data;
        drawn.push(shown);
        return <p>{String(shown)}</p>;
      };
      await open(LAUNCH, App, async () => {
        data = await import('~/shared/data');
        await data.preload('first', async () => 'all of it');
      });
      expect(screen.getByText('all of it')).toBeTruthy();
      expect(new Set(drawn)).toEqual(new Set(['all of it']));
      expect(askAgain).not.toHaveBeenCalled();
    });

    it('asks anew for what came too late to be drawn at first', async () => {
      let data: typeof import('~/shared/data');
      const read = vi.fn(async () => 'new');
      const App = () => <p>{String(data.useLoad('first', read).data)}</p>;
      await open(LAUNCH, App, async () => {
        data = await import('~/shared/data');
        await data.preload('first', async () => 'old');
        vi.setSystemTime(Date.now() + 1000);
      });
      expect(await screen.findByText('new')).toBeTruthy();
      expect(read).toHaveBeenCalledTimes(1);
    });

    it('does not wait for long, nor for what cannot be read', async () => {
      vi.useFakeTimers();
      const opening = open(LAUNCH, undefined, () => new Promise(() => {}));
      await vi.waitFor(() => expect(network.requests('POST /auth')).toHaveLength(1));
      await vi.advanceTimersByTimeAsync(1500);
      await opening;
      expect(screen.getByText('Hello Анна')).toBeTruthy();
      cleanup();
      localStorage.clear();
      await open(LAUNCH, undefined, () => Promise.reject(new Error('no network')));
      expect(screen.getByText('Hello Анна')).toBeTruthy();
    });
  });

  it('does not leave an empty page after a mistake of its own', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    network.on('POST /auth/telegram', { access_token: 't', user: clientMe });
    await open(LAUNCH, () => {
      throw new Error('a mistake');
    });
    expect(await screen.findByRole('heading', { name: /Что-то пошло не так/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Повторить' })).toBeTruthy();
  });

  it('reports the viewer’s zone, and speaks as the person has chosen', async () => {
    network.on('POST /auth/telegram', {
      access_token: 't',
      user: { ...clientMe, timezone: 'Asia/Omsk', language: 'en' },
    });
    await open(LAUNCH);
    expect(network.requests('PUT /users/profile')[0]?.body).toEqual({ timezone: 'Europe/Moscow' });
    expect(document.documentElement.lang).toBe('en');
  });
});
