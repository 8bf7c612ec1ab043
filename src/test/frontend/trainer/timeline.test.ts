import { expect, it } from 'vitest';
import type { DayItem } from '~/shared/api/types';
import { time } from '~/shared/text/time';
import { fromNowOn, progress, startTimes } from '~/trainer/today/timeline';

const ZONE = 'Europe/Moscow';
const span = (from: string, to: string) => ({
  starts_at: `2026-12-02T${from}:00+03:00`,
  ends_at: `2026-12-02T${to}:00+03:00`,
});
const starts = (from: string, to: string, minutes: number, step: number) =>
  startTimes(span(from, to), minutes, step, ZONE).map((start) => time(start, ZONE));

it('offers starts on the step of the clock, as far as the session fits', () => {
  expect(starts('09:00', '11:00', 60, 30)).toEqual(['09:00', '09:30', '10:00']);
  expect(starts('09:10', '11:00', 60, 30)).toEqual(['09:30', '10:00']);
  expect(starts('09:00', '09:45', 60, 30)).toEqual([]);
});

it('offers the span’s own start when the step misses it', () => {
  expect(starts('09:10', '10:10', 60, 30)).toEqual(['09:10']);
});

it('drops free time that is over, and cuts what has begun', () => {
  const none = { block: null, booking: null };
  const items: DayItem[] = [
    { ...none, kind: 'free', ...span('09:00', '10:00') },
    { ...none, kind: 'blocked', ...span('10:00', '11:00') },
    { ...none, kind: 'free', ...span('11:00', '13:00') },
  ];
  const now = new Date('2026-12-02T12:00:00+03:00');
  expect(fromNowOn(items, now).map((item) => [item.kind, time(item.starts_at, ZONE)])).toEqual([
    ['blocked', '10:00'],
    ['free', '12:00'],
  ]);
});

it('knows how far the present is into a session', () => {
  expect(progress(span('10:00', '11:00'), new Date('2026-12-02T10:15:00+03:00'))).toBe(0.25);
  expect(progress(span('10:00', '11:00'), new Date('2026-12-02T11:00:00+03:00'))).toBeNull();
});
