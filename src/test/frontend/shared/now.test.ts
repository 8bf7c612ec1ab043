import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { learnTime, present } from '~/shared/now';

const HERE = new Date('2026-11-30T09:00:00Z');

const token = (claims: object) => `head.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.signature`;
const at = (date: string) => token({ iat: Date.parse(date) / 1000 });

beforeEach(() => vi.useFakeTimers({ now: HERE }));
afterEach(() => {
  learnTime(token({ iat: Date.now() / 1000 }));
  vi.useRealTimers();
});

describe('the present', () => {
  it("is the service's, where the device's clock goes otherwise", () => {
    learnTime(at('2026-12-01T10:00:00Z'));
    expect(present()).toEqual(new Date('2026-12-01T10:00:00Z'));
    vi.advanceTimersByTime(60_000);
    expect(present()).toEqual(new Date('2026-12-01T10:01:00Z'));

    learnTime(at('2026-11-30T08:00:00Z'));
    expect(present()).toEqual(new Date('2026-11-30T08:00:00Z'));
  });

  it("is the device's, where the two agree or nothing is known", () => {
    learnTime(at('2026-11-30T09:00:30Z'));
    expect(present()).toEqual(HERE);
    for (const other of ['', 'opaque', 'a.b.c', token({})]) {
      learnTime(other);
      expect(present()).toEqual(HERE);
    }
  });
});
