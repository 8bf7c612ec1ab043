import { expect, it } from 'vitest';
import type { DayItem } from '~/shared/api/types';
import { time } from '~/shared/text/time';
import { fromNowOn, presentBefore, progress, rowsOf, startTimes, withBookings } from '~/trainer/today/timeline';
import { aBooking, anna, marina } from '../samples';

const ZONE = 'Europe/Moscow';
const TRAINER = { session_minutes: 60, slot_step_minutes: 30, timezone: ZONE };
const at = (clock: string) => new Date(`2026-12-02T${clock}:00+03:00`);
const span = (from: string, to: string) => ({
  starts_at: `2026-12-02T${from}:00+03:00`,
  ends_at: `2026-12-02T${to}:00+03:00`,
});
const item = (kind: DayItem['kind'], from: string, to: string): DayItem => ({
  kind,
  ...span(from, to),
  booking: null,
  block: null,
});
const starts = (from: string, to: string, minutes: number, step: number) =>
  startTimes(span(from, to), minutes, step, ZONE).map((start) => time(start, ZONE));
const lines = (items: DayItem[], working = [span('09:00', '18:00')], now = at('00:00')) =>
  rowsOf({ items, working }, now, TRAINER).map((row) => `${row.kind} ${time(row.starts_at, ZONE)}`);

it('offers starts on the step of the clock, as far as the session fits', () => {
  expect(starts('09:00', '11:00', 60, 30)).toEqual(['09:00', '09:30', '10:00']);
  expect(starts('09:10', '11:00', 60, 30)).toEqual(['09:30', '10:00']);
  expect(starts('09:00', '09:45', 60, 30)).toEqual([]);
});

it('offers the span’s own start when the step misses it', () => {
  expect(starts('09:10', '10:10', 60, 30)).toEqual(['09:10']);
});

it('drops free time that is over, and cuts what has begun to the next mark of the clock', () => {
  const items = [item('free', '09:00', '10:00'), item('blocked', '10:00', '11:00'), item('free', '11:00', '13:00')];
  expect(
    fromNowOn(items, new Date('2026-12-02T12:01:17+03:00')).map((one) => [one.kind, time(one.starts_at, ZONE)]),
  ).toEqual([
    ['blocked', '10:00'],
    ['free', '12:05'],
  ]);
});

it('parts free time into one start after another, the last of them perhaps for a shorter session', () => {
  expect(lines([item('free', '09:00', '11:30')])).toEqual(['free 09:00', 'free 10:00', 'free 11:00']);
  expect(lines([item('free', '10:10', '12:00')])).toEqual(['free 10:30', 'free 11:30']);
  expect(lines([item('free', '09:00', '12:00')], undefined, at('09:40'))).toEqual(['free 10:00', 'free 11:00']);
});

it('tells of hours without work between those with it, as long as they last', () => {
  const working = [span('09:00', '12:00'), span('15:00', '18:00')];
  const items = [item('blocked', '09:00', '12:00'), item('blocked', '15:00', '18:00')];
  expect(lines(items, working)).toEqual(['item 09:00', 'gap 12:00', 'item 15:00']);
  expect(lines(items, working, at('13:20'))).toEqual(['item 09:00', 'gap 13:25', 'item 15:00']);
  expect(lines(items, working, at('14:56'))).toEqual(['item 09:00', 'item 15:00']);
  expect(lines(items, working, at('15:00'))).toEqual(['item 09:00', 'item 15:00']);
});

it('gives a booking that the server does not tell of yet its part of the free time', () => {
  const day = { items: [item('free', '09:00', '12:00')], working: [span('09:00', '12:00')] };
  const booking = aBooking({ ...span('10:00', '11:00') });
  expect(rowsOf(withBookings(day, [booking]), at('00:00'), TRAINER).map((row) => row.kind)).toEqual([
    'free',
    'item',
    'free',
  ]);
});

it('does not show a booking twice when the server tells of it before its answer has come', () => {
  const told = aBooking({ id: 'b9', client: anna, ...span('10:00', '11:00') });
  const day = { items: [{ ...item('booking', '10:00', '11:00'), booking: told }] };
  expect(withBookings(day, [aBooking({ id: 'asked1', client: anna, ...span('10:00', '11:00') })]).items).toHaveLength(
    1,
  );
  expect(withBookings(day, [aBooking({ id: 'asked1', client: marina, ...span('11:00', '12:00') })]).items).toHaveLength(
    2,
  );
});

it('knows how far the present is into a session', () => {
  expect(progress(span('10:00', '11:00'), at('10:15'))).toBe(0.25);
  expect(progress(span('10:00', '11:00'), at('11:00'))).toBeNull();
});

it('draws the present before what is still to come, and nowhere while something takes place', () => {
  const day = {
    items: [item('blocked', '10:00', '11:00'), item('blocked', '12:00', '13:00')],
    working: [span('10:00', '13:00')],
  };
  const before = (clock: string) => presentBefore(rowsOf(day, at(clock), TRAINER), at(clock));
  expect(['09:00', '10:30', '11:00', '14:00'].map(before)).toEqual([0, null, 1, 2]);
});
