import { signal } from '@preact/signals';
import { launch } from '../telegram/bridge';
import { language } from '../text/language';
import { type ApiError, Http } from './http';
import type {
  Booking,
  BookingEdit,
  CalendarFeed,
  ClientSort,
  ClientWithTrainers,
  Day,
  DayFigures,
  LedgerEntry,
  Me,
  Money,
  NewBooking,
  NewException,
  Page,
  QuietHours,
  ReminderPreview,
  Reminders,
  Report,
  RosterChange,
  RosterClient,
  Rule,
  Scope,
  Slots,
  Span,
  TrainerLink,
  TrainerProfile,
  TrainerSettings,
  WorkingException,
  WorkingHours,
} from './types';

/** Set once Telegram's word for this person is no longer accepted. */
export const signInRefused = signal<ApiError | null>(null);

const http = new Http({
  initData: launch?.initData ?? '',
  language: () => language.value,
  onRefused: (error) => {
    signInRefused.value = error;
  },
});

/** Every call that the apps make, by name. */
export const api = {
  signIn: () => http.signIn(),
  me: () => http.get<Me>('/users/me'),
  saveProfile: (profile: { language?: string; timezone?: string }) => http.write<Me>('PUT', '/users/profile', profile),
  calendar: () => http.get<CalendarFeed>('/users/me/calendar'),
  rotateCalendar: () => http.write<CalendarFeed>('POST', '/users/me/calendar/rotate', {}),
  joinTrainer: (code: string) => http.write<unknown>('POST', '/users/me/trainers', { code }),

  trainer: (id: number) => http.get<TrainerProfile>(`/users/trainer/${id}`),
  saveSettings: (id: number, settings: Partial<TrainerSettings>) =>
    http.write<TrainerProfile>('PUT', `/users/trainer/${id}/settings`, settings),
  previewReminders: (id: number, wish: { starts_at: string; reminders: Reminders; quiet_hours: QuietHours }) =>
    http.write<ReminderPreview>('POST', `/users/trainer/${id}/reminders/preview`, wish),
  clients: (id: number, sort: ClientSort) =>
    everyPage<RosterClient>(`/users/trainer/${id}/clients?limit=200&sort=${sort}`),
  rosterClient: (id: number, client: number) => http.get<RosterClient>(`/users/trainer/${id}/clients/${client}`),
  saveRosterClient: (id: number, client: number, change: RosterChange) =>
    http.write<RosterClient>('PUT', `/users/trainer/${id}/clients/${client}`, change),
  client: (id: number) => http.get<ClientWithTrainers>(`/users/client/${id}`),
  ledger: (trainer: number, client: number) =>
    everyPage<LedgerEntry>(`/users/trainer/${trainer}/client/${client}/ledger?limit=200`),
  topUp: (trainer: number, client: number, amount: Money, comment: string) =>
    http.write<LedgerEntry>('POST', `/users/trainer/${trainer}/client/${client}/topup`, {
      amount,
      ...(comment && { comment }),
    }),
  adjust: (trainer: number, client: number, amount: Money, reason: string) =>
    http.write<LedgerEntry>('POST', `/users/trainer/${trainer}/client/${client}/adjustment`, { amount, reason }),
  link: (id: number) => http.get<TrainerLink>(`/users/trainer/${id}/link`),

  report: (id: number, from: string, to: string) => http.get<Report>(`/analytics/trainer/${id}?from=${from}&to=${to}`),
  sendFile: (id: number, format: 'csv' | 'xlsx', from: string, to: string) =>
    http.write<unknown>('POST', `/analytics/trainer/${id}/export`, { format, from, to }),

  slots: (id: number, from: string, to: string) => http.get<Slots>(`/slots/trainer/${id}?from=${from}&to=${to}`),
  workingHours: () => http.get<WorkingHours>('/slots/rules'),
  saveWorkingHours: (rules: Rule[], version: number) =>
    http.write<WorkingHours>('PUT', '/slots/rules', { rules, version }),
  exceptions: (from: string) => everyPage<WorkingException>(`/slots/exceptions?limit=200&from=${from}`),
  addException: (exception: NewException) => http.write<WorkingException>('POST', '/slots/exceptions', exception),
  changeException: ({ id, version }: WorkingException, wish: NewException) =>
    http.write<WorkingException>('PUT', `/slots/exceptions/${id}`, { ...wish, version }),
  removeException: (id: number) => http.write<unknown>('DELETE', `/slots/exceptions/${id}`),
  block: (span: Span & { reason?: string }) => http.write<unknown>('POST', '/slots/blocks', span),
  unblock: (id: number) => http.write<unknown>('DELETE', `/slots/blocks/${id}`),
  days: (id: number, from: string, to: string) =>
    http.get<{ days: DayFigures[] }>(`/slots/trainer/${id}/days?from=${from}&to=${to}`),
  slotsForMove: (b: Booking, from: string, to: string) =>
    http.get<Slots>(`/slots/trainer/${b.trainer.telegram_id}?from=${from}&to=${to}&exclude_booking=${b.id}`),
  day: (id: number, date: string) => http.get<Day>(`/slots/trainer/${id}/day/${date}`),

  book: (booking: NewBooking) => http.write<Booking>('POST', '/bookings', booking),
  booking: (id: string) => http.get<Booking>(`/bookings/${id}`),
  trainerBookings: (id: number, date: string) => everyPage<Booking>(`/bookings/trainer/${id}?date=${date}`),
  clientBookings: (id: number, client: number) => everyPage<Booking>(`/bookings/trainer/${id}?client=${client}&limit=200`),
  upcoming: (id: number) => everyPage<Booking>(`/bookings/client/${id}?scope=upcoming`),
  history: (id: number, cursor?: string) =>
    http.get<Page<Booking>>(
      `/bookings/client/${id}?scope=history${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    ),
  confirm: (b: Booking) => http.write<Booking>('PUT', `/bookings/${b.id}/confirm`, { version: b.version }),
  decline: (b: Booking, reason?: string) =>
    http.write<Booking>('PUT', `/bookings/${b.id}/decline`, { version: b.version, ...(reason && { reason }) }),
  edit: (b: Booking, edit: BookingEdit, scope: Scope) =>
    http.write<Booking>('PUT', `/bookings/${b.id}`, {
      version: b.version,
      ...edit,
      ...(scope !== 'this' && { scope }),
    }),
  move: (b: Booking, startsAt: string, scope: Scope) =>
    http.write<Booking>('PUT', `/bookings/${b.id}`, {
      version: b.version,
      starts_at: startsAt,
      ...(scope !== 'this' && { scope }),
    }),
  complete: (b: Booking) => http.write<Booking>('PUT', `/bookings/${b.id}/complete`, { version: b.version }),
  noShow: (b: Booking) => http.write<Booking>('PUT', `/bookings/${b.id}/no-show`, { version: b.version }),
  cancel: (b: Booking, reason?: string, scope: Scope = 'this') =>
    http.write<Booking>(
      'DELETE',
      `/bookings/${b.id}?${new URLSearchParams({
        version: String(b.version),
        ...(reason && { reason }),
        ...(scope !== 'this' && { scope }),
      })}`,
    ),
};

async function everyPage<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await http.get<Page<T>>(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
}
