import { common } from './common';
import { language } from './language';
import { byZone, viewerZone } from './zones';

/** A date without a time and a zone: `2026-12-02`. */
export type LocalDate = string;

const locale = () => (language.value === 'ru' ? 'ru-RU' : 'en-GB');

/** To make one takes a cheap phone longer than to write a hundred dates with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}

function format(instant: string | Date | number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(locale(), { ...options, timeZone: zone }).format(new Date(instant));
}

/** «10:00» */
export function time(instant: string | Date, zone: string): string {
  return format(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** «ср, 2 дек.» */
export function shortDay(instant: string | Date, zone: string): string {
  return format(instant, zone, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** «Завтра», farther away «ср, 2 дек.» */
export function relativeDay(instant: string | Date, zone: string, now: Date): string {
  const date = localDate(instant, zone);
  const today = localDate(now, zone);
  if (date === today) return common().today;
  if (date === addDays(today, 1)) return common().tomorrow;
  return shortDay(instant, zone);
}

/** «ср, 2 дек., 10:00» */
export function dayAndTime(instant: string | Date, zone: string): string {
  return `${shortDay(instant, zone)}, ${time(instant, zone)}`;
}

/** When something was, on the viewer's own clock: «10:32», on another day «ср, 2 дек., 10:32». */
export function moment(at: number, now: Date): string {
  const instant = new Date(at);
  const sameDay = localDate(instant, viewerZone) === localDate(now, viewerZone);
  return sameDay ? time(instant, viewerZone) : dayAndTime(instant, viewerZone);
}

/**
 * The time for a person to read: in the trainer's zone, and in the viewer's where the two differ at that moment
 * («10:00 по Москве, 14:00 у вас»); with the viewer's day when even that differs.
 */
export function timeForBoth(instant: string, zone: string, viewer = viewerZone): string {
  const there = time(instant, zone);
  if (!zonesDiffer(instant, zone, viewer)) return there;
  const here =
    localDate(instant, zone) === localDate(instant, viewer) ? time(instant, viewer) : dayAndTime(instant, viewer);
  return `${there}\u00a0${byZone(zone)}, ${here}\u00a0${common().yourTime}`;
}

export function zonesDiffer(instant: string | Date, zone: string, viewer = viewerZone): boolean {
  return wallClock(new Date(instant), zone) !== wallClock(new Date(instant), viewer);
}

export function localDate(instant: string | Date, zone: string): LocalDate {
  return new Date(wallClock(new Date(instant), zone)).toISOString().slice(0, 10);
}

/** Minutes since midnight on the zone's clock. */
export function minuteOfDay(instant: string | Date, zone: string): number {
  return Math.floor((wallClock(new Date(instant), zone) % 86_400_000) / 60_000);
}

/** The instant at which the zone's clock shows this date and time. */
export function instantAt(date: LocalDate, clock: string, zone: string): string {
  const wanted = Date.parse(`${date}T${clock}:00Z`);
  // The offset is first guessed at the wanted wall time itself, then corrected by a change near it.
  const guess = wanted - offset(new Date(wanted), zone);
  return new Date(wanted - offset(new Date(guess), zone)).toISOString();
}

function offset(instant: Date, zone: string): number {
  return wallClock(instant, zone) - Math.floor(instant.getTime() / 1000) * 1000;
}

/** What the zone's clock shows, as if it were UTC: the one trick by which Intl does zone arithmetic. */
function wallClock(instant: Date, zone: string): number {
  const parts = formatOf('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

// Dates without a zone are formatted as midnight UTC, in UTC.

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** «среда, 2 декабря» */
export function longDate(date: LocalDate): string {
  return format(date, 'UTC', { weekday: 'long', day: 'numeric', month: 'long' });
}

/** «2 дек.» */
export function shortDate(date: LocalDate): string {
  return format(date, 'UTC', { day: 'numeric', month: 'short' });
}

export function weekdayShort(date: LocalDate): string {
  return format(date, 'UTC', { weekday: 'short' });
}

export function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8));
}

/** « декабря» after the number of a day. */
export function ofMonth(date: LocalDate): string {
  return format(date, 'UTC', { day: 'numeric', month: 'long' }).replace(/^\d+/, '');
}

export function monthName(date: LocalDate): string {
  return format(date, 'UTC', { month: 'long' });
}

/** «Декабрь 2026»; the month as in `2026-12`. */
export function monthAndYear(month: string): string {
  const name = monthName(`${month}-01`);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${month.slice(0, 4)}`;
}

/** «Понедельник»; 1 is Monday. */
export function weekdayName(weekday: number, width: 'long' | 'short' = 'long'): string {
  // 5 January 1970 was a Monday.
  const name = format(new Date((weekday + 3) * 86_400_000), 'UTC', { weekday: width });
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(date).getUTCDay() || 7;
}
