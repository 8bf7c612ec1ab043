import type { Booking, LedgerEntry, Person } from '../shared/api/types';

export const marina: Person = {
  telegram_id: 1,
  first_name: 'Марина',
  last_name: 'Соколова',
  username: 'marina',
  photo_url: null,
};
export const anna: Person = { ...marina, telegram_id: 2, first_name: 'Анна', last_name: 'Петрова', username: null };

export const booking: Booking = {
  id: 'b1',
  trainer: marina,
  client: anna,
  starts_at: '2026-12-02T10:00:00+03:00',
  ends_at: '2026-12-02T11:00:00+03:00',
  minutes: 60,
  timezone: 'Europe/Moscow',
  status: 'CONFIRMED',
  awaiting: null,
  price: { amount: 250000, currency: 'RUB' },
  charge_at: '2026-12-01T22:00:00+03:00',
  charged: false,
  place: { location_id: 1, name: 'Зал на Лесной', address: 'Лесная ул., 7' },
  created_by: 'client',
  series: { id: 's1', index: 2, count: 8 },
  note: 'Разминка на месте',
  cancelled_by: null,
  cancel_reason: null,
  warnings: [],
  version: 1,
  allowed_actions: ['cancel', 'move'],
};

const rubles = (amount: number) => ({ amount: amount * 100, currency: 'RUB' });

export const entries: LedgerEntry[] = [
  {
    id: 2,
    kind: 'charge',
    amount: rubles(-2500),
    balance_after: rubles(7500),
    booking_id: 'b1',
    actor: 'system',
    reason: {
      code: 'before_start',
      charge_hours_before: 12,
      charge_at: '2026-12-01T22:00:00+03:00',
      starts_at: booking.starts_at,
      comment: null,
    },
    created_at: '2026-12-01T22:00:00+03:00',
    timezone: 'Europe/Moscow',
  },
  {
    id: 1,
    kind: 'topup',
    amount: rubles(10_000),
    balance_after: rubles(10_000),
    booking_id: null,
    actor: 'trainer',
    reason: { code: 'by_trainer', comment: 'наличными', charge_hours_before: null, charge_at: null, starts_at: null },
    created_at: '2026-11-28T18:20:00+03:00',
    timezone: 'Europe/Moscow',
  },
];
