import { render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientMe } from '../samples';
import { type Network, problem, stubNetwork } from '../support';

let network: Network;

/** Opens the page anew; the launch is what Telegram says, or null in a plain browser. */
async function open(launch: Record<string, string> | null) {
  vi.resetModules();
  location.hash = launch ? `#${new URLSearchParams(launch)}` : '';
  const { startSession } = await import('~/shared/session');
  const { Shell } = await import('~/shared/ui/shell');
  await startSession();
  render(<Shell app={({ me }) => <p>{`Hello ${me.first_name}`}</p>} />);
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

  it('reports the viewer’s zone, and the language only of who has none yet', async () => {
    network.on('POST /auth/telegram', {
      access_token: 't',
      user: { ...clientMe, timezone: 'Asia/Omsk', language: 'en' },
    });
    await open(LAUNCH);
    expect(network.requests('PUT /users/profile')[0]?.body).toEqual({ timezone: 'Europe/Moscow' });
    expect(document.documentElement.lang).toBe('en');
  });
});
