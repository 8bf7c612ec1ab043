import type { TrainerProfile, TrainerSettings } from '../../shared/api/types';
import { parseRubles, rubles } from '../../shared/text/format';

/** The settings as they are being edited: the price as it is typed. */
export type Draft = Omit<TrainerSettings, 'price' | 'version' | 'about' | 'place' | 'reminders' | 'quiet_hours'> & {
  price: string;
  about: string;
  place: string;
};

export function draftOf(saved: TrainerProfile): Draft {
  return {
    price: rubles(saved.price),
    session_minutes: saved.session_minutes,
    slot_step_minutes: saved.slot_step_minutes ?? 30,
    timezone: saved.timezone,
    self_booking: saved.self_booking,
    min_notice_hours: saved.min_notice_hours,
    max_advance_days: saved.max_advance_days,
    charge_hours_before: saved.charge_hours_before,
    about: saved.about ?? '',
    specialties: saved.specialties,
    place: saved.place ?? '',
    listed: saved.listed,
  };
}

/** What to send: only what was edited, with the version it was edited on. */
export function changes(saved: TrainerProfile, draft: Draft): Partial<TrainerSettings> | 'none' | 'bad_price' {
  const before = draftOf(saved);
  const edited = (Object.keys(draft) as (keyof Draft)[]).filter(
    (name) => JSON.stringify(draft[name]) !== JSON.stringify(before[name]),
  );
  if (edited.length === 0) return 'none';
  const price = parseRubles(draft.price);
  if (!price) return 'bad_price';
  const values = { ...draft, price };
  return { ...Object.fromEntries(edited.map((name) => [name, values[name]])), version: saved.version ?? 0 };
}
