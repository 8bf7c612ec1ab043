import type { Booking, Me, Person, RosterClient, TrainerProfile } from '~/shared/api/types';

export const marina: Person = {
  telegram_id: 1,
  first_name: 'Марина',
  last_name: 'Соколова',
  username: 'marina',
  photo_url: null,
};
export const anna: Person = {
  telegram_id: 2,
  first_name: 'Анна',
  last_name: 'Петрова',
  username: null,
  photo_url: null,
};

export const profile: TrainerProfile = {
  ...marina,
  price: { amount: 250000, currency: 'RUB' },
  session_minutes: 60,
  slot_step_minutes: 30,
  timezone: 'Europe/Moscow',
  clubs: [],
  place: null,
  about: null,
  specialties: [],
  rating: null,
  listed: true,
  self_booking: 'instant',
  min_notice_hours: 2,
  max_advance_days: 30,
  charge_hours_before: 12,
  version: 3,
};

const account = { phone: null, language: 'ru', timezone: 'Europe/Moscow', staff: [] };
export const trainerMe: Me = { ...marina, ...account, roles: ['TRAINER'], trainer: profile, trainers: [] };
export const clientMe: Me = { ...anna, ...account, roles: ['CLIENT'], trainer: null, trainers: [profile] };

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
    awaiting: null,
    price: { amount: 250000, currency: 'RUB' },
    charge_at: '2026-12-01T22:00:00+03:00',
    charged: false,
    place: null,
    created_by: 'client',
    series: null,
    note: null,
    cancelled_by: null,
    cancel_reason: null,
    warnings: [],
    version: 4,
    allowed_actions: ['cancel'],
    ...part,
  };
}
export const free = { kind: 'free', from: '12:00', to: '14:00' };

/** A day in Moscow, by the clock. */
export function aDay({
  date = '2026-12-02',
  items,
  working,
}: {
  date?: string;
  items: { kind: string; from: string; to: string; booking?: Booking; block?: object }[];
  working: [string, string][];
}) {
  const at = (clock: string) => `${date}T${clock}:00+03:00`;
  return {
    date,
    timezone: 'Europe/Moscow',
    off: working.length === 0,
    working: working.map(([from, to]) => ({ starts_at: at(from), ends_at: at(to) })),
    items: items.map(({ kind, from, to, booking = null, block = null }) => ({
      kind,
      starts_at: at(from),
      ends_at: at(to),
      booking,
      block,
    })),
  };
}

export function aRosterClient(part: Partial<RosterClient> = {}): RosterClient {
  return {
    client: anna,
    phone: '+7 921 555-01-11',
    balance: { amount: 100_000, currency: 'RUB' },
    price: null,
    bookings_total: 7,
    bookings_upcoming: 1,
    last_visit_at: null,
    note: 'Колено',
    archived: false,
    version: 3,
    ...part,
  };
}
