import { answered, offline } from '../connection';
import { learnTime } from '../now';
import type { Me, Problem, SeriesConflict } from './types';

const BASE = '/api/v1';
const TIMEOUT_MS = 20_000;
/** A phone that changes cells is back within seconds: worth two quiet repeats before a person is told. */
const REPEAT_AFTER_MS = [700, 2000];
const PATIENT_MS = 5000;
/** Who does the same again later than this means it: a second payment is not the first one sent again. */
const SAME_WRITE_MS = 10 * 60_000;

/** What the server refused, or `offline` when no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** A sentence of the server in the caller's language, if it gave one. */
    readonly detail = '',
    readonly fields: NonNullable<Problem['errors']> = [],
    /** The weeks that stand in the way of a series. */
    readonly conflicts: SeriesConflict[] = [],
  ) {
    super(detail || code);
  }
}

interface Options {
  initData: string;
  language: () => string;
  /** What is under way already with this initData. */
  begun?: Omit<Begun, 'initData'> | undefined;
  /** Called with who it is at every exchange: a token lasts less long than an app may be open. */
  onSignedIn?: (me: Me) => void;
  /** Called when initData itself is refused: from then on nothing works until Telegram opens the app anew. */
  onRefused?: (error: ApiError) => void;
}

/** Signs in with initData, keeps the token in memory, and repeats what a bad network swallowed. */
export class Http {
  private token: string | undefined;
  private signingIn: Promise<Me> | undefined;
  private begun: Promise<Response> | undefined;
  private firstRead: Promise<FirstRead | undefined> | undefined;
  /**
   * Idempotency keys of writes that never got an answer. The same write sent again goes out under the same key,
   * so that a booking whose answer was lost on the way is not made twice.
   */
  private readonly unanswered = new Map<string, { key: string; at: number }>();

  constructor(private readonly options: Options) {
    this.begun = options.begun?.answer;
    this.firstRead = options.begun?.firstRead;
  }

  /** Exchanges initData for a token; calls that come meanwhile share the exchange. */
  signIn(): Promise<Me> {
    // A token that ran out would be refused before anybody looks at initData.
    this.token = undefined;
    this.signingIn ??= this.exchange()
      .then(({ access_token, user }) => {
        this.token = access_token;
        learnTime(access_token);
        this.options.onSignedIn?.(user);
        return user;
      })
      .catch((error) => {
        if (error instanceof ApiError && error.code.startsWith('init_data_')) this.options.onRefused?.(error);
        throw error;
      })
      .finally(() => {
        this.signingIn = undefined;
      });
    return this.signingIn;
  }

  private async exchange(): Promise<{ access_token: string; user: Me }> {
    const begun = await this.begun?.catch(() => undefined);
    this.begun = undefined;
    return begun ? read(begun) : this.send('POST', '/auth/telegram', { init_data: this.options.initData });
  }

  async get<T>(path: string): Promise<T> {
    const early = await this.begunRead(path);
    return early?.ok ? read<T>(early) : this.authorized<T>('GET', path);
  }

  /** The answer to this read if it was begun before the app was there; once, and while it is fresh. */
  private async begunRead(path: string): Promise<Response | undefined> {
    const begun = this.firstRead;
    const first = await begun;
    if (first?.path !== path || this.firstRead !== begun) return undefined;
    this.firstRead = undefined;
    return Date.now() < first.until ? first.answer.catch(() => undefined) : undefined;
  }

  async write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> {
    const fingerprint = `${method} ${path} ${JSON.stringify(body)}`;
    const before = this.unanswered.get(fingerprint);
    const key = before && Date.now() - before.at < SAME_WRITE_MS ? before.key : uuid();
    this.unanswered.set(fingerprint, { key, at: Date.now() });
    try {
      const answer = await this.authorized<T>(method, path, body, key);
      this.unanswered.delete(fingerprint);
      return answer;
    } catch (error) {
      // After a refusal the next attempt is a new one; after silence or a 5xx nobody knows what was done.
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) this.unanswered.delete(fingerprint);
      throw error;
    }
  }

  private async authorized<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
    if (!this.token) await this.signIn();
    try {
      return await this.send<T>(method, path, body, key);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401 || error.code !== 'unauthorized') throw error;
      await this.signIn();
      return this.send<T>(method, path, body, key);
    }
  }

  private async send<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
    const headers: Record<string, string> = { 'Accept-Language': this.options.language() };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    if (body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    const request: RequestInit = { method, headers };
    if (body) request.body = JSON.stringify(body);

    return read(await fetchPatiently(BASE + path, request));
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  const problem = (answer ?? { code: 'unexpected' }) as Problem;
  throw new ApiError(
    response.ok ? 502 : response.status,
    problem.code,
    problem.detail,
    problem.errors,
    problem.conflicts,
  );
}

async function fetchPatiently(url: string, request: RequestInit): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const response = await fetchOnce(url, request);
    const wait = response ? askedToWait(response, attempt) : REPEAT_AFTER_MS[attempt];
    if (wait !== undefined) await new Promise((resolve) => setTimeout(resolve, wait));
    else if (response) return response;
    else {
      offline.value = true;
      throw new ApiError(0, 'offline');
    }
  }
}

async function fetchOnce(url: string, request: RequestInit): Promise<Response | undefined> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), TIMEOUT_MS);
  const askedAt = performance.now();
  try {
    const response = await fetch(url, { ...request, signal: giveUp.signal });
    answered(askedAt);
    return response;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** A short wait for a server that has had too much is kept quietly, once; a longer one is for the person to know. */
function askedToWait(response: Response, attempt: number): number | undefined {
  const wait = Number(response.headers.get('Retry-After')) * 1000;
  return response.status === 429 && attempt === 0 && wait > 0 && wait <= PATIENT_MS ? wait : undefined;
}

/** `crypto.randomUUID` exists on https only, and a phone may open a developer's machine by plain http. */
function uuid(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const random = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
    return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16);
  });
}
