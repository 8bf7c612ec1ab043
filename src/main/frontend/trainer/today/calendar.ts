import { addDays, type LocalDate, weekdayOf } from '../../shared/text/time';

/** `2026-12` */
export type Month = string;

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7);
}

export function addMonths(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The seven days of the week that a day is in. */
export function weekOf(date: LocalDate): LocalDate[] {
  const monday = mondayOf(date);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The weeks of a month, whole ones: its first and last may have days of the neighbours. */
export function weeksOf(month: Month): LocalDate[][] {
  const weeks: LocalDate[][] = [];
  for (let day = mondayOf(`${month}-01`); monthOf(day) <= month; day = addDays(day, 7)) weeks.push(weekOf(day));
  return weeks;
}
