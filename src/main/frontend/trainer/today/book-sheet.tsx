import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { RosterClient, Span, TrainerProfile } from '../../shared/api/types';
import { Conflicts } from '../../shared/booking/series';
import { common } from '../../shared/text/common';
import { parseRubles, rubles } from '../../shared/text/format';
import { dayAndTime, instantAt, type LocalDate, time } from '../../shared/text/time';
import { Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Chips, Field, PersonRow } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { ClientPicker } from '../clients/client-picker';
import { text } from '../text';
import { minutesOf, startTimes } from './timeline';

interface Props {
  trainer: TrainerProfile;
  date: LocalDate;
  /** The free time that was tapped; null to choose any time of the day. */
  free: Span | null;
  onClose: () => void;
  /** Keeps the free time for the trainer instead. */
  onBlock?: (() => void) | undefined;
}

const LENGTHS = [30, 45, 60, 90, 120];

export function BookSheet({ trainer, date, free, onClose, onBlock }: Props) {
  const zone = trainer.timezone;
  const [client, setClient] = useState<RosterClient | null>(null);
  const [minutes, setMinutes] = useState(Math.min(trainer.session_minutes, free ? minutesOf(free) : 1440));
  const [chosenStart, setChosenStart] = useState<string>();
  const [clock, setClock] = useState('10:00');
  const [price, setPrice] = useState(rubles(trainer.price));
  const [repeats, setRepeats] = useState(false);
  const [weeks, setWeeks] = useState('8');
  const [wrong, setWrong] = useState<string>();
  /** What was refused for some of its weeks; a wish for something else is a new one. */
  const [refused, setRefused] = useState<string>();

  const starts = free
    ? startTimes(free, minutes, trainer.slot_step_minutes ?? 15, zone)
    : [instantAt(date, clock, zone)];
  const startsAt = starts.find((start) => start === chosenStart) ?? starts[0];
  const booking = useAction(api.book, (made) => {
    const when = dayAndTime(made.starts_at, zone);
    toast(
      made.series
        ? text().bookedSeries(made.client.first_name, made.series.count, when)
        : text().booked(made.client.first_name, when),
    );
    onClose();
  });

  const wish = JSON.stringify([startsAt, minutes, repeats && weeks]);
  const conflicts = refused === wish ? booking.conflicts : [];
  const rest = conflicts.length > 0 ? Number(weeks) - conflicts.length : 0;

  function book(): void {
    const sum = parseRubles(price);
    const count = repeats ? parseWeeks(weeks) : 1;
    setWrong(!sum ? common().checkPrice : !count ? text().checkWeeks : undefined);
    if (!client || !startsAt || !sum || !count) return;
    setRefused(wish);
    booking.run({
      trainer_id: trainer.telegram_id,
      client_id: client.client.telegram_id,
      starts_at: startsAt,
      minutes,
      price: sum,
      ...(repeats && { repeat: { weeks: count, ...(rest > 0 && { skip_conflicts: true }) } }),
    });
  }

  function action(start: string): string {
    if (rest > 0) return text().bookRest(rest);
    const count = repeats && parseWeeks(weeks);
    return count ? text().bookWeekly(time(start, zone), count) : text().book(time(start, zone));
  }

  function choose(picked: RosterClient): void {
    setClient(picked);
    setPrice(rubles(picked.price ?? trainer.price));
  }

  if (!client) {
    return (
      <Sheet title={text().chooseClient} onClose={onClose}>
        <ClientPicker trainerId={trainer.telegram_id} onPick={choose} />
        {onBlock && (
          <button type="button" class="button quiet" onClick={onBlock}>
            {text().blockTime}
          </button>
        )}
      </Sheet>
    );
  }
  return (
    <Sheet title={text().bookTitle} onClose={onClose}>
      <div class="card flush">
        <PersonRow person={client.client} detail={text().change} onPress={() => setClient(null)} />
      </div>
      {free ? (
        <Chips
          label={text().start}
          options={starts.map((start) => ({ value: start, text: time(start, zone) }))}
          value={startsAt}
          onChange={setChosenStart}
        />
      ) : (
        <Field label={text().start}>
          <input
            type="time"
            step={300}
            value={clock}
            onInput={(event) => setClock(event.currentTarget.value || clock)}
          />
        </Field>
      )}
      <Chips
        label={text().length}
        options={lengths(trainer.session_minutes, free).map((value) => ({ value, text: common().minutes(value) }))}
        value={minutes}
        onChange={setMinutes}
      />
      <Field label={text().price}>
        <input inputMode="decimal" value={price} onInput={(event) => setPrice(event.currentTarget.value)} />
      </Field>
      <label class="switch-row">
        <span>{text().repeat}</span>
        <input type="checkbox" class="switch" checked={repeats} onChange={() => setRepeats(!repeats)} />
      </label>
      {repeats && (
        <Field label={text().weeks}>
          <input inputMode="numeric" value={weeks} onInput={(event) => setWeeks(event.currentTarget.value)} />
        </Field>
      )}
      <p class="hint">{text().willBeAsked}</p>
      <Conflicts of={conflicts} zone={zone} />
      <Problem>{wrong ?? booking.problem}</Problem>
      <MainAction
        text={startsAt ? action(startsAt) : text().bookTitle}
        disabled={!startsAt}
        busy={booking.busy}
        onPress={book}
      />
    </Sheet>
  );
}

/** As many weeks as a series can have. */
function parseWeeks(text: string): number | null {
  const weeks = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return weeks >= 2 && weeks <= 52 ? weeks : null;
}

/** The usual lengths and the trainer's own, as far as they fit. */
function lengths(own: number, free: Span | null): number[] {
  const longest = free ? minutesOf(free) : Number.POSITIVE_INFINITY;
  const all = [...new Set([...LENGTHS, own, Math.min(own, longest)])].sort((a, b) => a - b);
  return all.filter((length) => length <= longest);
}
