import type { Booking, Me, Person, TrainerProfile } from '~/shared/api/types';

export const marina: Person = { telegram_id: 1, first_name: 'Марина', last_name: 'Соколова', username: 'marina' };
export const anna: Person = { telegram_id: 2, first_name: 'Анна', last_name: 'Петрова', username: null };

export const profile: TrainerProfile = {
  ...marina,
  price: { amount: 250000, currency: 'RUB' },
  session_minutes: 60,
  slot_step_minutes: 30,
  timezone: 'Europe/Moscow',
  self_booking: 'instant',
  min_notice_hours: 2,
  max_advance_days: 30,
  charge_hours_before: 12,
  version: 3,
};

export const trainerMe: Me = { ...marina, roles: ['trainer'], trainer: profile, trainers: [] };
export const clientMe: Me = { ...anna, roles: ['client'], trainers: [marina] };

export function aBooking(part: Partial<Booking> = {}): Booking {
  return {
    id: 'b1',
    trainer: marina,
    client: anna,
    starts_at: '2026-12-02T10:00:00+03:00',
    ends_at: '2026-12-02T11:00:00+03:00',
    minutes: 60,
    timezone: 'Europe/Moscow',
    status: 'CONFIRMED',
    price: { amount: 250000, currency: 'RUB' },
    version: 4,
    allowed_actions: ['cancel'],
    ...part,
  };
}
