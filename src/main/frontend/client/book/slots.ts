import type { Slots, Span } from '../../shared/api/types';
import { minuteOfDay } from '../../shared/text/time';

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** A day's slots by the parts of the trainer's day, without the empty ones. */
export function byPartOfDay(slots: Span[], zone: string): { part: PartOfDay; slots: Span[] }[] {
  const partOf = ({ starts_at }: Span): PartOfDay => {
    const hour = minuteOfDay(starts_at, zone) / 60;
    return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
  };
  return (['morning', 'afternoon', 'evening'] as const)
    .map((part) => ({ part, slots: slots.filter((slot) => partOf(slot) === part) }))
    .filter(({ slots: some }) => some.length > 0);
}

/** The free times closest to one that was lost, in order. */
export function nearest(slots: Slots, lost: string, count = 3): Span[] {
  const distance = ({ starts_at }: Span) => Math.abs(Date.parse(starts_at) - Date.parse(lost));
  return slots.days
    .flatMap((day) => day.slots)
    .filter((slot) => distance(slot) > 0)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
}
