import type { Figures, Report } from '../../shared/api/types';
import { addDays, type LocalDate } from '../../shared/text/time';

/** Some days up to today, and how many of them make one bar. */
export const PERIODS = {
  week: { days: 7, perBar: 1 },
  month: { days: 30, perBar: 1 },
  quarter: { days: 91, perBar: 7 },
  year: { days: 364, perBar: 28 },
} as const;

export type Period = keyof typeof PERIODS;

export interface Range {
  from: LocalDate;
  to: LocalDate;
}

/** A period that ends today, or some periods earlier. */
export function rangeOf(period: Period, today: LocalDate, earlier = 0): Range {
  const { days } = PERIODS[period];
  const to = addDays(today, -days * earlier);
  return { from: addDays(to, 1 - days), to };
}

export function daysIn({ from, to }: Range): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** As many days as a range has, just before it. */
export function before({ from, to }: Range): Range {
  return { from: addDays(from, -daysIn({ from, to })), to: addDays(from, -1) };
}

/** How many days make one bar, so that a phone has room for all of them. */
export function perBar(range: Range): number {
  const days = daysIn(range);
  return days <= 31 ? 1 : days <= 124 ? 7 : 28;
}

/** Some days, and what they add up to in each of the shown kinds. */
export interface Bar extends Range {
  parts: number[];
}

/** A figure of some days: of a share (occupied of working minutes) that of the sums, not the mean of shares. */
export type Figure = (days: Figures[]) => number;

export function barsOf(report: Pick<Report, 'days'>, perBar: number, figures: Figure[]): Bar[] {
  const bars: Bar[] = [];
  for (let first = 0; first < report.days.length; first += perBar) {
    const days = report.days.slice(first, first + perBar);
    bars.push({
      from: days[0]?.date ?? '',
      to: days[days.length - 1]?.date ?? '',
      parts: figures.map((figure) => figure(days.map((day) => day.figures))),
    });
  }
  return bars;
}

export type Held = 'completed' | 'confirmed' | 'pending' | 'no_show';

export function held(status: Held): Figure {
  return (days) => sum(days, ({ sessions }) => sessions[status]);
}

/** All that were not cancelled. */
export const sessions: Figure = (days) =>
  sum(days, ({ sessions: { pending, confirmed, completed, no_show } }) => pending + confirmed + completed + no_show);

export const income: Figure = (days) => sum(days, (one) => one.income.amount);

/** In per cent; 0 where there is no working time. */
export const occupancy: Figure = (days) => {
  const working = sum(days, (one) => one.working_minutes);
  return working === 0 ? 0 : Math.round((100 * sum(days, (one) => one.occupied_minutes)) / working);
};

export const newClients: Figure = (days) => sum(days, (one) => one.new_clients);

/** By how many per cent it is more or less than before; null where there is nothing to compare with. */
export function trend(now: number, then: number): number | null {
  return then > 0 ? Math.round((100 * (now - then)) / then) : null;
}

/** The end of an axis: a round number from which the half is round, too. */
export function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}

function sum(all: Figures[], figure: (one: Figures) => number): number {
  return all.reduce((total, one) => total + figure(one), 0);
}
