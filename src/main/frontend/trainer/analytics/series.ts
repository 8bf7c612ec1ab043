import type { Figures, Report } from '../../shared/api/types';
import { addDays, type LocalDate } from '../../shared/text/time';

/** The last days up to today, and how many of them make one bar. */
export const PERIODS = {
  week: { days: 7, perBar: 1 },
  month: { days: 30, perBar: 1 },
  quarter: { days: 91, perBar: 7 },
} as const;

export type Period = keyof typeof PERIODS;

export function firstDay(period: Period, today: LocalDate): LocalDate {
  return addDays(today, 1 - PERIODS[period].days);
}

/** A bar: some days and what they add up to. */
export interface Bar {
  from: LocalDate;
  to: LocalDate;
  value: number;
}

/** Adds days up to bars; a share (occupied of working minutes) is that of the sums, not the mean of shares. */
export function barsOf(report: Report, perBar: number, figure: (all: Figures[]) => number): Bar[] {
  const bars: Bar[] = [];
  for (let first = 0; first < report.days.length; first += perBar) {
    const days = report.days.slice(first, first + perBar);
    bars.push({
      from: days[0]?.date ?? '',
      to: days.at(-1)?.date ?? '',
      value: figure(days.map((day) => day.figures)),
    });
  }
  return bars;
}

/** All that were not cancelled. */
export function sessions(all: Figures[]): number {
  return sum(
    all,
    ({ sessions: { pending, confirmed, completed, no_show } }) => pending + confirmed + completed + no_show,
  );
}

export function income(all: Figures[]): number {
  return sum(all, (one) => one.income.amount);
}

/** In per cent; 0 where there is no working time. */
export function occupancy(all: Figures[]): number {
  const working = sum(all, (one) => one.working_minutes);
  return working === 0 ? 0 : Math.round((100 * sum(all, (one) => one.occupied_minutes)) / working);
}

export function newClients(all: Figures[]): number {
  return sum(all, (one) => one.new_clients);
}

function sum(all: Figures[], figure: (one: Figures) => number): number {
  return all.reduce((total, one) => total + figure(one), 0);
}
