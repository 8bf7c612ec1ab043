import { signal } from '@preact/signals';
import { launch } from '../telegram/bridge';
import { language } from '../text/language';
import { type ApiError, Http } from './http';
import { NamedCalls } from './named';
import type {
  Booking,
  BookingEdit,
  ClientSort,
  Day,
  Me,
  Money,
  NewBooking,
  NewException,
  ProfileChange,
  QuietHours,
  Reminders,
  RosterChange,
  Rule,
  Scope,
  Span,
  TrainerSettings,
  WorkingException,
} from './types';

/** Who the service says this is, as of the last exchange of initData. */
export const signedIn = signal<Me | null>(null);
/** Set once Telegram's word for this person is no longer accepted. */
export const signInRefused = signal<ApiError | null>(null);

const initData = launch?.initData ?? '';
const http = new Http({
  initData,
  begun: window.signingIn?.initData === initData ? window.signingIn : undefined,
  language: () => language.value,
  onSignedIn: (me) => {
    signedIn.value = me;
  },
  onRefused: (error) => {
    signInRefused.value = error;
  },
});
const service = new NamedCalls(http);

const ofBooking = ({ id }: Booking) => ({ id });

/** Every call that the apps make, by name. */
export const api = {
  signIn: () => http.signIn(),
  me: () => service.read('GET /users/me', {}),
  saveProfile: (profile: ProfileChange) => service.write('PUT /users/profile', {}, profile),
  calendar: () => service.read('GET /users/me/calendar', {}),
  rotateCalendar: () => service.write('POST /users/me/calendar/rotate', {}, undefined),
  joinTrainer: (code: string) => service.write('POST /users/me/trainers', {}, { code }),
  leaveTrainer: (id: number) =>
    service.write('DELETE /users/me/trainers/{telegram_id}', { telegram_id: id }, undefined),

  trainer: (id: number) => service.read('GET /users/trainer/{telegram_id}', { telegram_id: id }),
  saveSettings: (id: number, settings: Partial<TrainerSettings>) =>
    service.write('PUT /users/trainer/{telegram_id}/settings', { telegram_id: id }, settings),
  previewReminders: (id: number, wish: { starts_at: string; reminders: Reminders; quiet_hours: QuietHours }) =>
    service.write('POST /users/trainer/{telegram_id}/reminders/preview', { telegram_id: id }, wish),
  clients: (id: number, sort: ClientSort) =>
    service.readAll('GET /users/trainer/{telegram_id}/clients', { telegram_id: id, sort }),
  rosterClient: (id: number, client: number) =>
    service.read('GET /users/trainer/{telegram_id}/clients/{client_id}', { telegram_id: id, client_id: client }),
  saveRosterClient: (id: number, client: number, change: RosterChange) =>
    service.write(
      'PUT /users/trainer/{telegram_id}/clients/{client_id}',
      { telegram_id: id, client_id: client },
      change,
    ),
  client: (id: number) => service.read('GET /users/client/{telegram_id}', { telegram_id: id }),
  ledger: (trainer: number, client: number) =>
    service.readAll('GET /users/trainer/{trainer_id}/client/{client_id}/ledger', {
      trainer_id: trainer,
      client_id: client,
    }),
  topUp: (trainer: number, client: number, amount: Money, comment: string) =>
    service.write(
      'POST /users/trainer/{trainer_id}/client/{client_id}/topup',
      { trainer_id: trainer, client_id: client },
      { amount, ...(comment && { comment }) },
    ),
  adjust: (trainer: number, client: number, amount: Money, reason: string) =>
    service.write(
      'POST /users/trainer/{trainer_id}/client/{client_id}/adjustment',
      { trainer_id: trainer, client_id: client },
      { amount, reason },
    ),
  link: (id: number) => service.read('GET /users/trainer/{telegram_id}/link', { telegram_id: id }),

  report: (id: number, from: string, to: string) =>
    service.read('GET /analytics/trainer/{telegram_id}', { telegram_id: id, from, to }),
  sendFile: (id: number, format: 'csv' | 'xlsx', from: string, to: string) =>
    service.write('POST /analytics/trainer/{telegram_id}/export', { telegram_id: id }, { format, from, to }),

  slots: (id: number, from: string, to: string) =>
    service.read('GET /slots/trainer/{telegram_id}', { telegram_id: id, from, to }),
  workingHours: () => service.read('GET /slots/rules', {}),
  saveWorkingHours: (rules: Rule[], version: number) => service.write('PUT /slots/rules', {}, { rules, version }),
  exceptions: (from: string) => service.readAll('GET /slots/exceptions', { from }),
  addException: (exception: NewException) => service.write('POST /slots/exceptions', {}, exception),
  changeException: ({ id, version }: WorkingException, wish: NewException) =>
    service.write('PUT /slots/exceptions/{id}', { id }, { ...wish, version }),
  removeException: (id: number) => service.write('DELETE /slots/exceptions/{id}', { id }, undefined),
  block: (span: Span & { reason?: string }) => service.write('POST /slots/blocks', {}, span),
  unblock: (id: number) => service.write('DELETE /slots/blocks/{id}', { id }, undefined),
  days: (id: number, from: string, to: string) =>
    service.read('GET /slots/trainer/{telegram_id}/days', { telegram_id: id, from, to }),
  slotsForMove: (b: Booking, from: string, to: string) =>
    service.read('GET /slots/trainer/{telegram_id}', {
      telegram_id: b.trainer.telegram_id,
      from,
      to,
      exclude_booking: b.id,
    }),
  day: (id: number, date: string): Promise<Day> =>
    service.read('GET /slots/trainer/{telegram_id}/day/{date}', { telegram_id: id, date }),

  book: (booking: NewBooking) => service.write('POST /bookings', {}, booking),
  booking: (id: string) => service.read('GET /bookings/{id}', { id }),
  trainerBookings: (id: number, date: string) =>
    service.readAll('GET /bookings/trainer/{telegram_id}', { telegram_id: id, date }),
  /** What nobody has agreed to yet, from a day on. */
  pendingBookings: (id: number, from: string) =>
    service.readAll('GET /bookings/trainer/{telegram_id}', { telegram_id: id, from, status: ['PENDING'] }),
  /** All that a trainer has had with one client, in the order of time. */
  clientBookings: (id: number, client: number) =>
    service.readAll('GET /bookings/trainer/{telegram_id}', { telegram_id: id, client }),
  upcoming: (id: number) =>
    service.readAll('GET /bookings/client/{telegram_id}', { telegram_id: id, scope: 'upcoming' }),
  history: (id: number, cursor?: string) =>
    service.read('GET /bookings/client/{telegram_id}', {
      telegram_id: id,
      scope: 'history',
      ...(cursor && { cursor }),
    }),
  confirm: (b: Booking) => service.write('PUT /bookings/{id}/confirm', ofBooking(b), { version: b.version }),
  decline: (b: Booking, reason?: string) =>
    service.write('PUT /bookings/{id}/decline', ofBooking(b), { version: b.version, ...(reason && { reason }) }),
  edit: (b: Booking, edit: BookingEdit, scope: Scope) =>
    service.write('PUT /bookings/{id}', ofBooking(b), {
      version: b.version,
      ...edit,
      ...(scope !== 'this' && { scope }),
    }),
  move: (b: Booking, startsAt: string, scope: Scope) =>
    service.write('PUT /bookings/{id}', ofBooking(b), {
      version: b.version,
      starts_at: startsAt,
      ...(scope !== 'this' && { scope }),
    }),
  complete: (b: Booking) => service.write('PUT /bookings/{id}/complete', ofBooking(b), { version: b.version }),
  noShow: (b: Booking) => service.write('PUT /bookings/{id}/no-show', ofBooking(b), { version: b.version }),
  cancel: (b: Booking, reason?: string, scope: Scope = 'this') =>
    service.write(
      'DELETE /bookings/{id}',
      { ...ofBooking(b), version: b.version, ...(reason && { reason }), ...(scope !== 'this' && { scope }) },
      undefined,
    ),
};
