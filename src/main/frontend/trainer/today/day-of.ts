import { api } from '../../shared/api/calls';
import type { Day, TrainerProfile } from '../../shared/api/types';
import type { LocalDate } from '../../shared/text/time';

/** A trainer's day: its name among what is kept, and how it is read. */
export function dayOf(trainer: TrainerProfile, date: LocalDate): [string, () => Promise<Day>] {
  return [`day/${date}`, () => api.day(trainer.telegram_id, date)];
}
