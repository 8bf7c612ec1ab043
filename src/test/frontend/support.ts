import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { offline } from '~/shared/connection';
import { forgetAll } from '~/shared/data';

// Parts that come after the first load are compiled when a test first asks for them.
configure({ asyncUtilTimeout: 4000 });

/** One request as it left the app. */
export interface Sent {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

type Answer = { status?: number; headers?: Record<string, string>; body: unknown } | 'no network';
type Handler = (request: Sent) => Answer;

export interface Network {
  sent: Sent[];
  /** What the server answers from now on; the latest handler of a path wins. */
  on(route: string, handler: Handler | object): void;
  requests(route: string): Sent[];
}

/** A server at the network's boundary: `on('GET /users/me', {...})`; a prefix of the path is enough. */
export function stubNetwork(): Network {
  const handlers: [string, Handler][] = [];
  const sent: Sent[] = [];
  const matches = (route: string, one: Sent) => `${one.method} ${one.path}`.startsWith(route);
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const request: Sent = {
      method: init.method ?? 'GET',
      path: url.replace('/api/v1', ''),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
      headers: init.headers as Record<string, string>,
    };
    sent.push(request);
    const handler = handlers.findLast(([route]) => matches(route, request))?.[1];
    const answer: Answer = handler ? handler(request) : problem(404, 'not_found', 'Такой страницы нет');
    if (answer === 'no network') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200, headers: answer.headers ?? {} });
  });
  return {
    sent,
    on: (route, handler) =>
      handlers.push([route, typeof handler === 'function' ? (handler as Handler) : () => ({ body: handler })]),
    requests: (route) => sent.filter((one) => matches(route, one)),
  };
}

export function problem(status: number, code: string, detail: string): { status: number; body: object } {
  return { status, body: { status, code, detail } };
}

/** A page test: a network that signs in, nothing remembered of the test before. */
export function pageTest(): { network: () => Network } {
  let network: Network;
  beforeEach(() => {
    forgetAll();
    offline.value = false;
    network = stubNetwork();
    network.on('POST /auth/telegram', { access_token: 'token', user: {} });
  });
  afterEach(cleanup);
  return { network: () => network };
}

/** What an element says, with spaces for the ones that do not break. */
export function said(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replaceAll('\u00a0', ' ');
}
