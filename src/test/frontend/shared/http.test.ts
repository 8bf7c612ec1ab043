import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, Http } from '~/shared/api/http';
import { offline } from '~/shared/connection';
import { type Network, problem, stubNetwork } from '../support';

let network: Network;
let http: Http;
const refused = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  network = stubNetwork();
  network.on('POST /auth/telegram', { access_token: 'first', user: { telegram_id: 1 } });
  http = new Http({ initData: 'signed', language: () => 'ru', onRefused: refused });
  refused.mockClear();
});

/** The outcome, with the waits between repeats skipped. */
async function outcome<T>(call: Promise<T>): Promise<T | ApiError> {
  const settled = call.catch((error) => error as ApiError);
  // Not all timers: while there is no connection, one tries again for ever.
  await vi.advanceTimersByTimeAsync(9000);
  return settled;
}

const keys = () => network.requests('POST /bookings').map((one) => one.headers['Idempotency-Key']);

describe('signing in', () => {
  it('exchanges initData once for calls made together, and sends token and language', async () => {
    network.on('GET /users/me', { telegram_id: 1 });
    await Promise.all([http.get('/users/me'), http.get('/users/me')]);
    expect(network.requests('POST /auth/telegram')).toHaveLength(1);
    expect(network.requests('POST /auth/telegram')[0]?.body).toEqual({ init_data: 'signed' });
    expect(network.requests('GET /users/me')[1]?.headers).toMatchObject({
      Authorization: 'Bearer first',
      'Accept-Language': 'ru',
    });
  });

  it('exchanges initData anew when the token is refused, and repeats the call under the same key', async () => {
    await http.signIn();
    network.on('POST /auth/telegram', { access_token: 'second', user: {} });
    network.on('POST /bookings', (request: { headers: Record<string, string> }) =>
      request.headers.Authorization === 'Bearer second' ? { body: { id: 'b1' } } : problem(401, 'unauthorized', ''),
    );
    expect(await outcome(http.write('POST', '/bookings', { minutes: 60 }))).toEqual({ id: 'b1' });
    expect(keys()[0]).toBe(keys()[1]);
    const exchanges = network.requests('POST /auth/telegram');
    expect(exchanges.map((one) => one.headers.Authorization)).toEqual([undefined, undefined]);
  });

  it('takes over the exchange that was begun before the app was there', async () => {
    const begun = Promise.resolve(new Response(JSON.stringify({ access_token: 'early', user: { telegram_id: 1 } })));
    http = new Http({
      initData: 'signed',
      language: () => 'ru',
      begun: { answer: begun, firstRead: Promise.resolve(undefined) },
    });
    network.on('GET /users/me', { telegram_id: 1 });
    await http.get('/users/me');
    expect(network.requests('POST /auth/telegram')).toHaveLength(0);
    expect(network.requests('GET /users/me')[0]?.headers.Authorization).toBe('Bearer early');
    await http.signIn();
    expect(network.requests('POST /auth/telegram')).toHaveLength(1);
  });

  it('begins anew where that one was lost on the way', async () => {
    const begun = { answer: Promise.reject(new TypeError('no network')), firstRead: Promise.resolve(undefined) };
    http = new Http({ initData: 'signed', language: () => 'ru', begun });
    expect(await outcome(http.signIn())).toEqual({ telegram_id: 1 });
    expect(network.requests('POST /auth/telegram')).toHaveLength(1);
  });

  it('gives up after one exchange', async () => {
    network.on('GET /users/me', () => problem(401, 'unauthorized', 'Войдите'));
    expect(await outcome(http.get('/users/me'))).toMatchObject({ status: 401, code: 'unauthorized' });
    expect(network.requests('GET /users/me')).toHaveLength(2);
  });

  it('tells when initData itself is stale', async () => {
    network.on('POST /auth/telegram', () => problem(401, 'init_data_stale', 'Откройте заново'));
    await outcome(http.get('/users/me'));
    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ code: 'init_data_stale' }));
  });
});

describe('a bad network', () => {
  it('is waited out: the write is repeated under the same key', async () => {
    let attempts = 0;
    network.on('POST /bookings', () => (++attempts < 3 ? 'no network' : { body: { id: 'b1' } }));
    expect(await outcome(http.write('POST', '/bookings', { minutes: 60 }))).toEqual({ id: 'b1' });
    expect(new Set(keys()).size).toBe(1);
    expect(keys()[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is not told as found again by an answer to what was asked before it was lost', async () => {
    await http.signIn();
    let answer: (response: Response) => void = () => {};
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
    const asked = http.get('/users/me');
    await vi.advanceTimersByTimeAsync(10);
    window.dispatchEvent(new Event('offline'));
    answer(new Response('{}'));
    await asked;
    expect(offline.value).toBe(true);
    const askedAnew = http.get('/users/me');
    await vi.advanceTimersByTimeAsync(10);
    answer(new Response('{}'));
    await askedAnew;
    expect(offline.value).toBe(false);
  });

  it('is told as offline, and the same write by hand later goes out under the same key', async () => {
    network.on('POST /bookings', () => 'no network');
    expect(await outcome(http.write('POST', '/bookings', { minutes: 60 }))).toMatchObject({ code: 'offline' });
    network.on('POST /bookings', { id: 'b1' });
    await outcome(http.write('POST', '/bookings', { minutes: 60 }));
    expect(new Set(keys()).size).toBe(1);
  });

  it('does not swallow the same write that is meant anew some time later', async () => {
    network.on('POST /bookings', () => problem(503, 'unavailable', ''));
    await outcome(http.write('POST', '/bookings', { minutes: 60 }));
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    network.on('POST /bookings', { id: 'b1' });
    await outcome(http.write('POST', '/bookings', { minutes: 60 }));
    expect(new Set(keys()).size).toBe(2);
  });

  it('keeps the key after a 5xx too, for nobody knows what was done', async () => {
    network.on('POST /bookings', () => problem(503, 'unavailable', ''));
    await outcome(http.write('POST', '/bookings', { minutes: 60 }));
    await outcome(http.write('POST', '/bookings', { minutes: 60 }));
    expect(new Set(keys()).size).toBe(1);
  });
});

describe('a server that has had too much', () => {
  const tooMany = (seconds: string) => ({
    status: 429,
    headers: { 'Retry-After': seconds },
    body: { code: 'rate_limited', detail: 'Слишком много запросов подряд' },
  });

  it('is given the few seconds that it asks for, and then the same write', async () => {
    let attempts = 0;
    const asked: number[] = [];
    network.on('POST /bookings', () => {
      asked.push(Date.now());
      return ++attempts === 1 ? tooMany('2') : { body: { id: 'b1' } };
    });
    expect(await outcome(http.write('POST', '/bookings', { minutes: 60 }))).toEqual({ id: 'b1' });
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBe(2000);
    expect(new Set(keys()).size).toBe(1);
  });

  it('is believed when it asks for more: the person is told', async () => {
    network.on('POST /bookings', () => tooMany('30'));
    const error = await outcome(http.write('POST', '/bookings', { minutes: 60 }));
    expect(error).toMatchObject({ status: 429, detail: 'Слишком много запросов подряд' });
    expect(keys()).toHaveLength(1);
  });

  it('is not asked a third time', async () => {
    network.on('POST /bookings', () => tooMany('1'));
    expect(await outcome(http.write('POST', '/bookings', { minutes: 60 }))).toMatchObject({ status: 429 });
    expect(keys()).toHaveLength(2);
  });
});

it('takes a new key for another write, and for the same one after an answer', async () => {
  network.on('POST /bookings', () => problem(409, 'slot_taken', 'Это время уже заняли'));
  await outcome(http.write('POST', '/bookings', { minutes: 60 }));
  await outcome(http.write('POST', '/bookings', { minutes: 60 }));
  await outcome(http.write('POST', '/bookings', { minutes: 90 }));
  expect(new Set(keys()).size).toBe(3);
});

it('hands over what the server refused', async () => {
  const errors = [{ field: 'price', code: 'positive', message: 'Цена больше нуля' }];
  network.on('PUT /users/profile', () => ({
    status: 422,
    body: { code: 'validation_failed', detail: 'Проверьте', errors },
  }));
  const error = await outcome(http.write('PUT', '/users/profile', {}));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 422, code: 'validation_failed', detail: 'Проверьте', fields: errors });
});

it('takes an answer that is not JSON for an unexpected one', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }));
  expect(await outcome(http.get('/users/me'))).toMatchObject({ status: 502, code: 'unexpected' });
});
