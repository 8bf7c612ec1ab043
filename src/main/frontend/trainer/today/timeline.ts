import type { Booking, Day, DayItem, Span } from '../../shared/api/types';
import { minuteOfDay } from '../../shared/text/time';

const MINUTE = 60_000;
/** Of every zone's clock: they differ by quarters of an hour. */
const MARK = 5 * MINUTE;

/** A line of the day: something that takes place, a start to book at within free time, or hours without work. */
export type Row = Span &
  ({ kind: 'item'; item: DayItem } | { kind: 'free'; within: Span } | { kind: 'gap'; within: Span });

interface Trainer {
  session_minutes: number;
  slot_step_minutes?: number;
  timezone: string;
}

/** A day from now on, in lines; free time is parted into starts, one session after another. */
export function rowsOf(day: Pick<Day, 'items' | 'working'>, now: Date, trainer: Trainer): Row[] {
  const rows = fromNowOn(day.items, now).flatMap((item): Row[] =>
    item.kind === 'free' ? freeRows(item, trainer) : [{ kind: 'item', item, ...spanOf(item) }],
  );
  const gaps = gapsOf(day, now).map((gap): Row => ({ kind: 'gap', within: gap, ...gap }));
  return [...rows, ...gaps].sort(byStart);
}

function freeRows(free: Span, { session_minutes: minutes, slot_step_minutes: step = 30, timezone }: Trainer): Row[] {
  const starts: string[] = [];
  // A rest that is shorter than a session can still take a shorter one.
  for (const start of startTimes(free, Math.min(minutes, step), step, timezone)) {
    const last = starts[starts.length - 1];
    if (!last || Date.parse(start) >= Date.parse(last) + minutes * MINUTE) starts.push(start);
  }
  return starts.map((start, index) => ({
    kind: 'free',
    within: free,
    starts_at: start,
    ends_at: starts[index + 1] ?? free.ends_at,
  }));
}

/** Time between the first and the last thing of a day in which there is neither work nor anything else. */
function gapsOf({ working, items }: Pick<Day, 'items' | 'working'>, now: Date): Span[] {
  const taken = [...working, ...items].sort(byStart);
  const gaps: Span[] = [];
  let end = taken[0]?.ends_at ?? '';
  for (const { starts_at, ends_at } of taken) {
    if (Date.parse(starts_at) > Date.parse(end)) gaps.push({ starts_at: end, ends_at: starts_at });
    end = later(end, ends_at);
  }
  return gaps.map((gap) => cut(gap, now)).filter(isLeft);
}

/** The day without free time that is already over; what is left of the present one begins soon. */
export function fromNowOn(items: DayItem[], now: Date): DayItem[] {
  return items.map((item) => (item.kind === 'free' ? cut(item, now) : item)).filter(isLeft);
}

/** From the next mark of the clock on: whole minutes that are still ahead when a client has been chosen. */
function cut<T extends Span>(span: T, now: Date): T {
  if (new Date(span.starts_at) >= now) return span;
  return { ...span, starts_at: new Date((Math.floor(now.getTime() / MARK) + 1) * MARK).toISOString() };
}

function isLeft(span: Span): boolean {
  return Date.parse(span.starts_at) < Date.parse(span.ends_at);
}

function spanOf({ starts_at, ends_at }: Span): Span {
  return { starts_at, ends_at };
}

/** A day with bookings that the server does not tell of yet: they take their part of the free time. */
export function withBookings<T extends Pick<Day, 'items'>>(day: T, bookings: Booking[]): T {
  let items = day.items;
  for (const booking of bookings.filter(
    (one) => !day.items.some((item) => item.booking && isSame(item.booking, one)),
  )) {
    const taken: DayItem = { kind: 'booking', booking, block: null, ...spanOf(booking) };
    items = [...items.flatMap((item) => (item.kind === 'free' ? without(item, booking) : [item])), taken];
  }
  return { ...day, items: [...items].sort(byStart) };
}

/** The same by its time, too: what is still being asked for has no id. */
function isSame(a: Booking, b: Booking): boolean {
  return (
    a.id === b.id ||
    (a.client.telegram_id === b.client.telegram_id && Date.parse(a.starts_at) === Date.parse(b.starts_at))
  );
}

function without(free: DayItem, taken: Span): DayItem[] {
  return [
    { ...free, ends_at: earlier(free.ends_at, taken.starts_at) },
    { ...free, starts_at: later(free.starts_at, taken.ends_at) },
  ].filter((part) => minutesOf(part) > 0);
}

function earlier(a: string, b: string): string {
  return Date.parse(a) < Date.parse(b) ? a : b;
}

function later(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? a : b;
}

function byStart(a: Span, b: Span): number {
  return Date.parse(a.starts_at) - Date.parse(b.starts_at);
}

/** Before which line the present lies; null while it lies within one, or on another day. */
export function presentBefore(rows: Row[], now: Date): number | null {
  if (rows.some((row) => row.kind === 'item' && progress(row, now) !== null)) return null;
  const next = rows.findIndex((row) => new Date(row.starts_at) >= now);
  return next < 0 ? rows.length : next;
}

export function covers(spans: Span[], { starts_at, ends_at }: Span): boolean {
  return spans.some(
    (span) => Date.parse(span.starts_at) <= Date.parse(starts_at) && Date.parse(ends_at) <= Date.parse(span.ends_at),
  );
}

export function minutesOf({ starts_at, ends_at }: Span): number {
  return Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / MINUTE);
}

/** From a start on, for some minutes. */
export function spanFrom(start: string, minutes: number): Span {
  return { starts_at: start, ends_at: new Date(Date.parse(start) + minutes * MINUTE).toISOString() };
}

/** How far the present is into a span, from 0 to 1; null when it is not within. */
export function progress({ starts_at, ends_at }: Span, now: Date): number | null {
  const share = (now.getTime() - Date.parse(starts_at)) / (Date.parse(ends_at) - Date.parse(starts_at));
  return share >= 0 && share < 1 ? share : null;
}

/**
 * Start times within free time: on the step of the zone's clock (10:00, 10:30), such that the session ends within.
 * A span too short for the step offers its own start, if the session fits at all.
 */
export function startTimes(span: Span, minutes: number, step: number, zone: string): string[] {
  const first = Math.ceil(Date.parse(span.starts_at) / MINUTE) * MINUTE;
  const last = Date.parse(span.ends_at) - minutes * MINUTE;
  const toGrid = (step - (minuteOfDay(new Date(first), zone) % step)) % step;
  const starts: string[] = [];
  for (let at = first + toGrid * MINUTE; at <= last; at += step * MINUTE) starts.push(new Date(at).toISOString());
  if (starts.length === 0 && first <= last) starts.push(new Date(first).toISOString());
  return starts;
}
