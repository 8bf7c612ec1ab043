import type { Rule } from '../../shared/api/types';
import { weekdayName } from '../../shared/text/time';

/** One stretch of work, by the clock: `09:00`–`13:00`; the end of a day is `24:00`. */
export interface Interval {
  from: string;
  to: string;
}

/** Seven days from Monday on, each with its intervals in order. */
export type Week = Interval[][];

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const STEP_MINUTES = 15;

interface Template extends Interval {
  lastDay: number;
}

/** Weeks as many people work them. */
export const TEMPLATES = {
  office: { from: '09:00', to: '18:00', lastDay: 5 },
  evenings: { from: '16:00', to: '22:00', lastDay: 5 },
  daily: { from: '10:00', to: '20:00', lastDay: 7 },
} satisfies Record<string, Template>;

export function template({ from, to, lastDay }: Template): Week {
  return WEEKDAYS.map((weekday) => (weekday <= lastDay ? [{ from, to }] : []));
}

export function weekOf(rules: Rule[]): Week {
  return WEEKDAYS.map((weekday) =>
    rules
      .filter((rule) => rule.weekday === weekday)
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => minutes(a.from) - minutes(b.from)),
  );
}

export function rulesOf(week: Week): Rule[] {
  return week.flatMap((intervals, index) => intervals.map((interval) => ({ weekday: index + 1, ...interval })));
}

export function sameWeek(a: Week, b: Week): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function withDay(week: Week, weekday: number, intervals: Interval[]): Week {
  return week.map((day, index) => (index + 1 === weekday ? intervals : day));
}

export function copyDay(week: Week, from: number, to: number[]): Week {
  const source = week[from - 1] ?? [];
  return week.map((day, index) => (to.includes(index + 1) ? source.map((interval) => ({ ...interval })) : day));
}

/** A day's first interval is a usual working day; a further one follows an hour's break, while the day lasts. */
export function nextInterval(intervals: Interval[]): Interval | null {
  if (intervals.length === 0) return { from: '09:00', to: '18:00' };
  const start = Math.max(...intervals.map((interval) => minutes(interval.to))) + 60;
  if (start + 60 > 1440) return null;
  return { from: clock(start), to: clock(Math.min(start + 180, 1440)) };
}

/** What is wrong with each interval of a day: null where nothing is. */
export function faults(intervals: Interval[]): ('order' | 'overlap' | null)[] {
  return intervals.map((one, index) => {
    if (minutes(one.from) >= minutes(one.to)) return 'order';
    const overlaps = intervals.some(
      (other, at) => at < index && minutes(one.from) < minutes(other.to) && minutes(other.from) < minutes(one.to),
    );
    return overlaps ? 'overlap' : null;
  });
}

export function isValid(week: Week): boolean {
  return week.every((day) => faults(day).every((fault) => fault === null));
}

/** «пн–пт 09:00–18:00, сб 10:00–14:00»: days that are alike and follow one another are named together. */
export function inWords(week: Week): string {
  const groups: { first: number; last: number; hours: string }[] = [];
  week.forEach((intervals, index) => {
    const hours = intervals.map(({ from, to }) => `${from}–${to}`).join(', ');
    const group = groups[groups.length - 1];
    if (group?.hours === hours) group.last = index + 1;
    else groups.push({ first: index + 1, last: index + 1, hours });
  });
  return groups
    .filter((group) => group.hours)
    .map(({ first, last, hours }) => {
      const days = [...new Set([first, last])].map((day) => weekdayName(day, 'short').toLowerCase());
      return `${days.join('–')} ${hours}`;
    })
    .join('; ');
}

/** Times to choose from, with the present one even if it is off the grid. */
export function timesFrom(first: string, last: string, present: string): string[] {
  const times = new Set([present]);
  for (let at = minutes(first); at <= minutes(last); at += STEP_MINUTES) times.add(clock(at));
  return [...times].sort((a, b) => minutes(a) - minutes(b));
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}

function clock(minuteOfDay: number): string {
  return [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
