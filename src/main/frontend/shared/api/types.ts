/** The shapes of API v1 (snake_case as on the wire). */

export interface Money {
  /** Minor units: 250000 is 2 500 ₽. */
  amount: number;
  currency: string;
}

export interface Person {
  telegram_id: number;
  first_name: string;
  last_name?: string | null;
  username?: string | null;
  photo_url?: string | null;
}

export type SelfBooking = 'instant' | 'request' | 'off';

export interface TrainerProfile extends Person {
  price: Money;
  session_minutes: number;
  timezone: string;
  clubs?: { id: string; name: string; status: string }[];
  place?: string | null;
  about?: string | null;
  specialties: string[];
  self_booking: SelfBooking;
  min_notice_hours: number;
  max_advance_days: number;
  charge_hours_before: number;
  listed: boolean;
  /** Only for the trainer themselves, as is `version`. */
  slot_step_minutes?: number;
  reminders?: Reminders;
  quiet_hours?: QuietHours;
  version?: number;
}

/** What is null is off. */
export interface Reminders {
  enabled: boolean;
  first_days_before: number | null;
  first_at: string;
  second_after_hours: number | null;
  third_after_hours: number | null;
  auto_cancel_after_hours: number | null;
  heads_up_hours_before: number | null;
}

export interface QuietHours {
  from: string;
  to: string;
}

/** When each message would go to who never answers; `at` is null when it would not. */
export interface ReminderPreview {
  steps: { step: string; at: string | null }[];
  auto_cancel: { at: string | null };
  heads_up: { at: string | null };
}

export type TrainerSettings = Required<
  Pick<
    TrainerProfile,
    | 'price'
    | 'session_minutes'
    | 'slot_step_minutes'
    | 'timezone'
    | 'self_booking'
    | 'min_notice_hours'
    | 'max_advance_days'
    | 'charge_hours_before'
    | 'about'
    | 'place'
    | 'specialties'
    | 'listed'
    | 'reminders'
    | 'quiet_hours'
    | 'version'
  >
>;

export interface Me extends Person {
  phone?: string | null;
  language?: string | null;
  timezone?: string | null;
  roles: string[];
  /** The trainer profile, if there is one. */
  trainer?: TrainerProfile | null;
  /** Whose client this person is. */
  trainers: Person[];
}

export interface RosterClient {
  client: Person;
  phone?: string | null;
  balance?: Money | null;
  price?: Money | null;
  bookings_total: number;
  bookings_upcoming: number;
  last_visit_at?: string | null;
  note?: string | null;
  archived: boolean;
  version: number;
  /** In the answer about one client only, the newest month first. */
  stats?: ClientMonth[];
}

export type ClientSort = 'recent' | 'name' | 'balance';

/** What a trainer writes down about a client; a price of null is the trainer's own. */
export type RosterChange = Pick<RosterClient, 'archived' | 'version'> & { note: string | null; price: Money | null };

export interface ClientMonth {
  /** `2026-12` */
  month: string;
  completed: number;
  cancelled: number;
  no_show: number;
  spent: Money;
}

export interface LedgerEntry {
  id: number;
  kind: 'topup' | 'charge' | 'adjustment';
  /** What it added to the balance: negative for a charge. */
  amount: Money;
  balance_after: Money;
  booking_id?: string | null;
  actor: 'trainer' | 'system';
  reason: {
    code: 'by_trainer' | 'before_start' | 'agreed_later' | 'move_not_accepted';
    comment?: string | null;
    /** These stand with a charge only. */
    charge_hours_before?: number | null;
    charge_at?: string | null;
    starts_at?: string | null;
  };
  created_at: string;
  timezone: string;
}

export interface TrainerBalance {
  trainer: Person;
  balance: Money;
}

export interface ClientWithTrainers extends Person {
  trainers: TrainerBalance[];
}

export type BookingStatus = 'PENDING' | 'CONFIRMED' | 'COMPLETED' | 'CANCELLED' | 'NO_SHOW';
export type BookingAction = 'confirm' | 'decline' | 'move' | 'edit' | 'cancel' | 'complete' | 'no_show';

/** How much of its series a change of a booking is meant for. */
export type Scope = 'this' | 'following' | 'all';

/** A week in which a booking of a series cannot take place. */
export interface SeriesConflict {
  starts_at: string;
  reason: 'taken' | 'no_such_time';
}

export interface Booking {
  id: string;
  trainer: Person;
  client: Person;
  starts_at: string;
  ends_at: string;
  minutes: number;
  timezone: string;
  status: BookingStatus;
  awaiting?: 'client' | 'trainer' | null;
  price: Money;
  charge_at?: string | null;
  charged?: boolean;
  place?: { name?: string | null; address?: string | null } | null;
  series?: { id: string; index: number; count: number } | null;
  note?: string | null;
  cancelled_by?: 'client' | 'trainer' | 'staff' | 'system' | null;
  cancel_reason?: string | null;
  warnings?: string[];
  version: number;
  allowed_actions: BookingAction[];
}

export interface NewBooking {
  trainer_id: number;
  client_id: number;
  starts_at: string;
  minutes?: number;
  price?: Money;
  note?: string;
  repeat?: { weeks: number; skip_conflicts?: boolean };
}

/** What is to be different about a booking; what is left out stays. */
export interface BookingEdit {
  minutes?: number;
  price?: Money;
  note?: string;
}

export interface Span {
  starts_at: string;
  ends_at: string;
}

export interface DayItem extends Span {
  kind: 'free' | 'booking' | 'class' | 'blocked';
  booking?: Booking | null;
  /** What a blocked item can be taken back by. */
  block?: { id: number; reason?: string | null } | null;
}

export interface Day {
  timezone: string;
  items: DayItem[];
  working: Span[];
  off: boolean;
}

export interface Slots {
  timezone: string;
  days: { date: string; slots: Span[] }[];
}

export interface DayFigures {
  date: string;
  bookings: { pending: number; confirmed: number; completed: number; cancelled: number; no_show: number };
  free_minutes: number;
  off: boolean;
}

export interface NewException {
  kind: 'off' | 'extra';
  date_from: string;
  date_to: string;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
}

export interface WorkingException extends NewException {
  id: number;
  version: number;
  /** In the answer to a change only. */
  conflicts?: Booking[];
}

export interface Rule {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  from: string;
  to: string;
}

export interface WorkingHours {
  items: Rule[];
  version: number;
  timezone: string;
}

export interface Page<T> {
  items: T[];
  next_cursor?: string | null;
}

export interface TrainerLink {
  url: string;
  qr_png_url: string;
  qr_svg_url: string;
  scans: number;
}

export interface CalendarFeed {
  url: string;
  webcal_url: string;
}

export interface Figures {
  sessions: { pending: number; confirmed: number; completed: number; cancelled: number; no_show: number };
  /** Charges and adjustments; below zero when more was returned. */
  income: Money;
  /** Top-ups. */
  received: Money;
  new_clients: number;
  working_minutes: number;
  occupied_minutes: number;
}

export interface Report {
  timezone: string;
  total: Figures;
  days: { date: string; figures: Figures }[];
  top_clients: { client: Person; sessions: number; income: Money }[];
}

export interface Problem {
  code: string;
  detail?: string;
  errors?: { field: string; code: string; message: string }[];
  /** With `series_conflict`. */
  conflicts?: SeriesConflict[];
}
