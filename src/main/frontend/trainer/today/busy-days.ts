import { api } from '../../shared/api/calls';
import { useLoad } from '../../shared/data';
import { type LocalDate, longDate } from '../../shared/text/time';
import { text } from './text';

export interface BusyDays {
  /** How many sessions a day has or had. */
  sessions: (day: LocalDate) => number;
  isOff: (day: LocalDate) => boolean;
  /** «среда, 2 декабря, 3 тренировки» */
  name: (day: LocalDate) => string;
}

/** What is known of the days from `first` to `last`; nothing until the server has answered. */
export function useBusyDays(trainerId: number, first: LocalDate, last: LocalDate): BusyDays {
  const figures = useLoad(`days/${first}/${last}`, () => api.days(trainerId, first, last));
  const days = new Map(figures.data?.days.map((one) => [one.date, one]));
  const sessions = (day: LocalDate) => {
    const { pending = 0, confirmed = 0, completed = 0, no_show = 0 } = days.get(day)?.bookings ?? {};
    return pending + confirmed + completed + no_show;
  };
  return {
    sessions,
    isOff: (day) => days.get(day)?.off ?? false,
    name: (day) => [longDate(day), sessions(day) > 0 && text().busyDay(sessions(day))].filter(Boolean).join(', '),
  };
}
