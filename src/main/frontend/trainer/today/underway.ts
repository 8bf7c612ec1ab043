import { signal } from '@preact/signals';
import { api } from '../../shared/api/calls';
import type { Booking, NewBooking, RosterClient, Span, TrainerProfile } from '../../shared/api/types';
import { refreshAll } from '../../shared/data';
import { haptic } from '../../shared/telegram/environment';
import { sentence } from '../../shared/text/sentence';
import { dayAndTime, localDate } from '../../shared/text/time';
import { toast } from '../../shared/ui/feedback';
import { text } from './text';
import { minutesOf } from './timeline';

/** Bookings whose answer, or whose day, is still on its way: shown at once, and taken back when they are refused. */
const underway = signal<{ booking: Booking; answeredAt?: number }[]>([]);
const ASKED = 'asked';
let asked = 0;

/** Those of a day. */
export function underwayOn(date: string, zone: string): Booking[] {
  return underway.value.map(({ booking }) => booking).filter((one) => localDate(one.starts_at, zone) === date);
}

export function isAnswered(booking: Booking): boolean {
  return !booking.id.startsWith(ASKED);
}

/** A day has come that was asked for then: it tells of what had been booked on it before. */
export function forget(date: string, zone: string, askedAt = 0): void {
  const rest = underway.value.filter(
    ({ booking, answeredAt = Number.POSITIVE_INFINITY }) =>
      answeredAt > askedAt || localDate(booking.starts_at, zone) !== date,
  );
  if (rest.length < underway.value.length) underway.value = rest;
}

/** Books on the usual terms, without making anybody wait for the network. */
export async function bookAtOnce(trainer: TrainerProfile, { client, price }: RosterClient, time: Span): Promise<void> {
  const guess: Booking = {
    id: `${ASKED}${++asked}`,
    trainer,
    client,
    ...time,
    minutes: minutesOf(time),
    timezone: trainer.timezone,
    status: 'PENDING',
    awaiting: 'client',
    price: price ?? trainer.price,
    charge_at: time.starts_at,
    charged: false,
    place: null,
    created_by: 'trainer',
    series: null,
    note: null,
    cancelled_by: null,
    cancel_reason: null,
    warnings: [],
    version: 0,
    allowed_actions: [],
  };
  const asking = { booking: guess };
  underway.value = [...underway.value, asking];
  try {
    const made = await api.book(wishOf(trainer, client.telegram_id, time));
    const answer = { booking: made, answeredAt: Date.now() };
    underway.value = underway.value.map((one) => (one === asking ? answer : one));
    haptic('success');
    toast(text().booked(client.first_name, dayAndTime(made.starts_at, made.timezone)));
  } catch (error) {
    underway.value = underway.value.filter((one) => one !== asking);
    haptic('error');
    toast(text().notBooked(client.first_name, sentence(error, 'write')));
  }
  refreshAll();
}

function wishOf(trainer: TrainerProfile, client: number, time: Span): NewBooking {
  return {
    trainer_id: trainer.telegram_id,
    client_id: client,
    starts_at: time.starts_at,
    // A session that does not fit into the free time is booked shorter; the usual length is the server's to know.
    ...(minutesOf(time) !== trainer.session_minutes && { minutes: minutesOf(time) }),
  };
}
