/** The shapes of API v1 by the apps' own words; all of them come from docs/openapi.json (scripts/api-types.mjs). */
import type * as schema from './schema';

/** Minor units: 250000 is 2 500 ₽. */
export type Money = schema.Money;
export type Person = schema.Person;
/** For the trainer themselves also `slot_step_minutes`, `reminders`, `quiet_hours` and `version`. */
export type TrainerProfile = schema.TrainerResource;
export type SelfBooking = TrainerProfile['self_booking'];
/** What is null is off. */
export type Reminders = schema.RemindersResource;
export type QuietHours = schema.QuietHoursResource;
export type ReminderPreview = schema.PreviewResource;

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

export type Me = schema.MeResource;
export type ProfileChange = schema.ProfileChange;

export type RosterClient = schema.ClientResource;
export type ClientSort = 'recent' | 'name' | 'balance';
/** What a trainer writes down about a client; a price of null is the trainer's own. */
export type RosterChange = Pick<RosterClient, 'archived' | 'version' | 'note' | 'price'>;
/** `month` as in `2026-12` */
export type ClientMonth = schema.MonthStats;

/** `amount` is what the entry added to the balance: negative for a charge. */
export type LedgerEntry = schema.LedgerResource;
export type TrainerBalance = schema.TrainerBalance;
export type ClientWithTrainers = schema.ClientWithTrainers;

export type Booking = schema.BookingResource;
export type BookingStatus = Booking['status'];
export type BookingAction = Booking['allowed_actions'][number];
export type HistoryLine = schema.HistoryLine;
/** How much of its series a change of a booking is meant for. */
export type Scope = 'this' | 'following' | 'all';
/** A week in which a booking of a series cannot take place. */
export type SeriesConflict = schema.SeriesConflict;
export type NewBooking = schema.BookingRequest;
/** What is to be different about a booking; what is left out stays. */
export type BookingEdit = Pick<schema.EditRequest, 'minutes' | 'price' | 'note'>;

export type Span = schema.SpanResource;
/** Classes are to come with the studio: an app that is in people's hands by then shows them as busy. */
export type DayItem = Omit<schema.DayItem, 'kind'> & { kind: schema.DayItem['kind'] | 'class' };
export type Day = Omit<schema.DayResource, 'items'> & { items: DayItem[] };
export type DayFigures = schema.DayFigures;
export type Slots = schema.SlotsResource;

export type NewException = schema.ExceptionRequest;
export type WorkingException = schema.ExceptionResource;
/** `weekday` 1 is Monday, 7 is Sunday. */
export type Rule = schema.RuleRequest;
export type WorkingHours = schema.WeekResource;

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export type TrainerLink = schema.Link;
export type CalendarFeed = schema.Feed;

/** `income`: charges and adjustments, below zero when more was returned; `received`: top-ups. */
export type Figures = schema.Figures;
export type Report = schema.ReportResource;

export type Problem = schema.Problem;
