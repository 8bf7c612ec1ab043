import type { WorkingException } from '../../shared/api/types';
import { shortDay } from '../../shared/text/time';

/** «чт, 24 дек. – сб, 26 дек.» */
export function daysOf({ date_from, date_to }: Pick<WorkingException, 'date_from' | 'date_to'>): string {
  return [...new Set([date_from, date_to])].map((date) => shortDay(date, 'UTC')).join(' – ');
}
