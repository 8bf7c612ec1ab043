import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import startScript from '~/public/start.js?raw';
import { aBooking, aDay, clientMe, trainerMe } from '../samples';
import { type Network, problem, stubNetwork } from '../support';

let network: Network;

const NOW = '2026-12-01T22:30:00Z'; // the next day in Moscow
const LAUNCH = { tgWebAppData: 'user=%7B%22id%22%3A1%7D&hash=ab', tgWebAppVersion: '9.1' };
const TODAY = '/slots/trainer/1/day/2026-12-02';
const AHEAD = 'GET /bookings/client/';

/** Opens the page as Telegram does; answers with the app's calls once the app is there. */
async function open(app: string, launch: Record<string, string> = LAUNCH, path = '') {
  vi.resetModules();
  history.replaceState(null, '', `/${app}/1#${path}${path && '?'}${new URLSearchParams(launch)}`);
  new Function(startScript)();
  // The app takes longer to come than the answers.
  await vi.advanceTimersByTimeAsync(100);
  return (await import('~/shared/api/calls')).api;
}

const token = `e30.${btoa(JSON.stringify({ iat: Date.parse(NOW) / 1000 }))}.signature`;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOW) });
  network = stubNetwork();
  network.on('POST /auth/telegram', () => ({
    body: { access_token: token, user: location.pathname.startsWith('/trainer') ? trainer : client },
  }));
  network.on('GET /slots/', aDay({ date: '2026-12-02', items: [], working: [] }));
  network.on(AHEAD, { items: [aBooking()], next_cursor: null });
});
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

const trainer = { ...trainerMe, telegram_id: 1 };
const client = { ...clientMe, telegram_id: 1 };

describe('what is read before the app is there', () => {
  it('is the trainer’s day, where they work', async () => {
    const api = await open('trainer');
    expect(network.requests('GET ').map((one) => one.path)).toEqual([TODAY]);
    expect((await api.day(1, '2026-12-02')).date).toBe('2026-12-02');
    expect(network.requests('POST /auth')).toHaveLength(1);
    expect(network.requests('GET ')).toHaveLength(1);
    expect(network.requests('GET ')[0]?.headers.Authorization).toBe(`Bearer ${token}`);
  });

  it('is what lies ahead of a client', async () => {
    const api = await open('client');
    expect((await api.upcoming(1)).map((one) => one.id)).toEqual([aBooking().id]);
    expect(network.requests('GET ')).toHaveLength(1);
  });

  it('serves one read: the next one asks anew, and two at once do not share it', async () => {
    const api = await open('client');
    await Promise.all([api.upcoming(1), api.upcoming(1)]);
    await api.upcoming(1);
    expect(network.requests(AHEAD)).toHaveLength(3);
  });

  it('is nothing where a link leads elsewhere', async () => {
    await open('trainer', LAUNCH, '/clients');
    await open('client', { ...LAUNCH, tgWebAppStartParam: 'booking_42' });
    await open('client', { ...LAUNCH, tgWebAppData: 'start_param=booking_42&hash=ab' });
    expect(network.requests('GET ')).toEqual([]);
  });

  it('is asked for anew when the app took too long to come, or the answer was a refusal', async () => {
    const late = await open('client');
    await vi.advanceTimersByTimeAsync(6000);
    await late.upcoming(1);
    expect(network.requests(AHEAD)).toHaveLength(2);

    network.on(AHEAD, () => problem(503, 'unavailable', 'Сейчас не получается'));
    const refused = await open('client');
    network.on(AHEAD, { items: [], next_cursor: null });
    expect(await refused.upcoming(1)).toEqual([]);
  });

  it('is nothing for somebody who is no trainer', async () => {
    network.on('POST /auth/telegram', () => ({ body: { access_token: token, user: client } }));
    await open('trainer');
    expect(network.requests('GET ')).toEqual([]);
  });
});

describe('an app that breaks off', () => {
  const app = () => document.querySelector('#app');
  afterEach(() => {
    document.body.innerHTML = '';
  });

  it('says so, and can be opened again, while there is but its outline', async () => {
    document.body.innerHTML = '<div id="app"><main aria-busy="true"></main></div>';
    await open('client');
    window.dispatchEvent(new ErrorEvent('error'));
    expect(app()?.querySelector('h1')?.textContent).toMatch(/did not load|не загрузилось/);
    expect(app()?.querySelector('button')).toBeTruthy();
  });

  it('keeps what it has drawn', async () => {
    document.body.innerHTML = '<div id="app"><main>Sessions</main></div>';
    await open('client');
    window.dispatchEvent(new ErrorEvent('error'));
    expect(app()?.textContent).toBe('Sessions');
  });
});
