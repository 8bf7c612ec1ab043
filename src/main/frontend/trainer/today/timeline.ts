import type { DayItem, Span } from '../../shared/api/types';
import { minuteOfDay } from '../../shared/text/time';

/** The day without free time that is already over; what is left of the present one begins now. */
export function fromNowOn(items: DayItem[], now: Date): DayItem[] {
  return items
    .filter((item) => item.kind !== 'free' || new Date(item.ends_at) > now)
    .map((item) =>
      item.kind === 'free' && new Date(item.starts_at) < now ? { ...item, starts_at: now.toISOString() } : item,
    );
}

export function minutesOf({ starts_at, ends_at }: Span): number {
  return Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000);
}

/** How far the present is into an item, from 0 to 1; null when it is not within. */
export function progress({ starts_at, ends_at }: Span, now: Date): number | null {
  const share = (now.getTime() - Date.parse(starts_at)) / (Date.parse(ends_at) - Date.parse(starts_at));
  return share >= 0 && share < 1 ? share : null;
}

/**
 * Start times within free time: on the step of the zone's clock (10:00, 10:30), such that the session ends within.
 * A span too short for the step offers its own start, if the session fits at all.
 */
export function startTimes(span: Span, minutes: number, step: number, zone: string): string[] {
  const first = Math.ceil(Date.parse(span.starts_at) / 60_000) * 60_000;
  const last = Date.parse(span.ends_at) - minutes * 60_000;
  const toGrid = (step - (minuteOfDay(new Date(first), zone) % step)) % step;
  const starts: string[] = [];
  for (let at = first + toGrid * 60_000; at <= last; at += step * 60_000) starts.push(new Date(at).toISOString());
  if (starts.length === 0 && first <= last) starts.push(new Date(first).toISOString());
  return starts;
}
