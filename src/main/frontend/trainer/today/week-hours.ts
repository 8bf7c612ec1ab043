import type { Day, Span } from '../../shared/api/types';
import { type LocalDate, localDate, minuteOfDay } from '../../shared/text/time';

const FEWEST_HOURS = 9;

/** A span's part of a day, in minutes since its midnight. */
export function minutesIn({ starts_at, ends_at }: Span, date: LocalDate, zone: string): [from: number, to: number] {
  const from = localDate(starts_at, zone) < date ? 0 : minuteOfDay(starts_at, zone);
  const to = localDate(ends_at, zone) > date ? 1440 : minuteOfDay(ends_at, zone);
  return [from, to];
}

/** The hours of the clock in which there is work or anything else on some day of a week; a usual day when there is none. */
export function hoursOf(days: Day[], dates: LocalDate[], zone: string): number[] {
  const spans = days.flatMap((day, index) =>
    [...day.working, ...day.items].map((span) => minutesIn(span, dates[index] ?? '', zone)),
  );
  const first = Math.min(...spans.map(([from]) => Math.floor(from / 60)), spans.length ? 24 : 9);
  const last = Math.max(...spans.map(([, to]) => Math.ceil(to / 60)), 0);
  const from = Math.min(first, 24 - FEWEST_HOURS);
  return Array.from({ length: Math.max(last - from, FEWEST_HOURS) }, (_, index) => from + index);
}
