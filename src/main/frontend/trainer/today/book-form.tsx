import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { NewBooking, RosterClient, Span, TrainerProfile } from '../../shared/api/types';
import { Conflicts } from '../../shared/booking/series';
import { common } from '../../shared/text/common';
import { money, parseRubles, rubles } from '../../shared/text/format';
import { addDays, dayAndTime, instantAt, type LocalDate, localDate, shortDay, time } from '../../shared/text/time';
import { ClockField } from '../../shared/ui/clock-field';
import { Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Chips, Field, PersonRow, Row } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { bookingFor } from './booking-for';
import { Outside } from './outside';
import { duration, text } from './text';
import { covers, minutesOf, spanFrom, startTimes } from './timeline';

interface Props {
  trainer: TrainerProfile;
  date: LocalDate;
  free: Span | null;
  working: Span[];
  client: RosterClient | null;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onChooseClient: () => void;
  onClose: () => void;
}

export interface Draft {
  start: string;
  minutes: number;
  price: string;
  note: string;
  repeats: boolean;
  weeks: string;
}

const LENGTHS = [30, 45, 60, 90, 120];
const STEP = 15;

/** A booking with everything that can be chosen. */
export function BookForm(props: Props) {
  const { trainer, date, free, working, client, draft, onDraft, onChooseClient, onClose } = props;
  const zone = trainer.timezone;
  const [wrong, setWrong] = useState<string>();
  /** What was refused for some of its weeks; a wish for something else is a new one. */
  const [refused, setRefused] = useState<string>();
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const booking = useAction(api.book, (made) => {
    bookingFor.value = null;
    const when = dayAndTime(made.starts_at, zone);
    const { first_name } = made.client;
    toast(made.series ? text().bookedSeries(first_name, made.series.count, when) : text().booked(first_name, when));
    onClose();
  });

  const usual = client?.price ?? trainer.price;
  const weeks = parseWeeks(draft.weeks);
  const wish = JSON.stringify([draft.start, draft.minutes, draft.repeats && draft.weeks]);
  const conflicts = refused === wish ? booking.conflicts : [];
  const rest = conflicts.length > 0 && weeks ? weeks - conflicts.length : 0;

  function book(): void {
    const price = draft.price.trim() ? parseRubles(draft.price) : undefined;
    const problem = price === null ? common().checkPrice : draft.repeats && !weeks ? text().checkWeeks : undefined;
    setWrong(problem);
    if (!client) onChooseClient();
    if (!client || problem) return;
    setRefused(wish);
    const note = draft.note.trim();
    const asked: NewBooking = {
      trainer_id: trainer.telegram_id,
      client_id: client.client.telegram_id,
      starts_at: draft.start,
      minutes: draft.minutes,
      ...(price && { price }),
      ...(note && { note }),
      ...(draft.repeats && weeks && { repeat: { weeks, ...(rest > 0 && { skip_conflicts: true }) } }),
    };
    booking.run(asked);
  }

  function action(): string {
    const at = time(draft.start, zone);
    if (!client) return text().chooseClient;
    if (rest > 0) return text().bookRest(rest);
    return draft.repeats && weeks ? text().bookWeekly(at, weeks) : text().book(at);
  }

  return (
    <Sheet title={text().bookTitle} onClose={onClose}>
      <div class="card flush">
        {client ? (
          <PersonRow person={client.client} detail={text().more} onPress={onChooseClient} />
        ) : (
          <Row title={text().chooseClient} onPress={onChooseClient} testId="choose-client" />
        )}
      </div>
      {free ? (
        <Chips
          label={`${text().start}, ${shortDay(draft.start, zone)}`}
          options={startsIn(free, draft, zone).map((value) => ({ value, text: time(value, zone) }))}
          value={draft.start}
          onChange={(chosen) => set({ start: chosen })}
        />
      ) : (
        <ClockField
          label={text().start}
          value={time(draft.start, zone)}
          onChange={(clock) => set({ start: instantAt(date, clock, zone) })}
        />
      )}
      <Chips
        label={text().length}
        options={lengths(trainer.session_minutes, draft, free).map((value) => ({ value, text: duration(value) }))}
        value={draft.minutes}
        onChange={(chosen) => set({ minutes: chosen })}
      />
      {!covers(working, spanFrom(draft.start, draft.minutes)) && <Outside />}
      <Field label={text().price} hint={text().usualPrice(money(usual))}>
        <input
          inputMode="decimal"
          placeholder={rubles(usual)}
          value={draft.price}
          onInput={(event) => set({ price: event.currentTarget.value })}
        />
      </Field>
      <Field label={text().note} hint={common().noteHint}>
        <input maxLength={1000} value={draft.note} onInput={(event) => set({ note: event.currentTarget.value })} />
      </Field>
      <label class="switch-row">
        <span>{text().repeat}</span>
        <input
          type="checkbox"
          class="switch"
          checked={draft.repeats}
          onChange={() => set({ repeats: !draft.repeats })}
        />
      </label>
      {draft.repeats && (
        <Field
          label={text().weeks}
          {...(weeks && {
            hint: text().weeksUntil(shortDay(addDays(localDate(draft.start, zone), 7 * (weeks - 1)), 'UTC')),
          })}
        >
          <input
            inputMode="numeric"
            value={draft.weeks}
            onInput={(event) => set({ weeks: event.currentTarget.value })}
          />
        </Field>
      )}
      <p class="hint">{text().willBeAsked}</p>
      <Conflicts of={conflicts} zone={zone} />
      <Problem>{wrong ?? booking.problem}</Problem>
      <MainAction text={action()} busy={booking.busy} onPress={book} />
    </Sheet>
  );
}

/** As many weeks as a series can have. */
function parseWeeks(text: string): number | null {
  const weeks = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return weeks >= 2 && weeks <= 52 ? weeks : null;
}

/** Starts at which a session of this length fits, and the one that is chosen. */
function startsIn(free: Span, { start, minutes }: Draft, zone: string): string[] {
  const all = startTimes(free, minutes, STEP, zone);
  const chosen = all.find((one) => Date.parse(one) === Date.parse(start));
  return chosen
    ? all.map((one) => (one === chosen ? start : one))
    : [start, ...all].sort((a, b) => Date.parse(a) - Date.parse(b));
}

/** The usual lengths and the trainer's own, as far as they fit after the start. */
function lengths(own: number, { start, minutes }: Draft, free: Span | null): number[] {
  const longest = free ? minutesOf({ starts_at: start, ends_at: free.ends_at }) : Number.POSITIVE_INFINITY;
  const all = [...new Set([...LENGTHS, own, minutes])].sort((a, b) => a - b);
  return all.filter((length) => length <= longest);
}
