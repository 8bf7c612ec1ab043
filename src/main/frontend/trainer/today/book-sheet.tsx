import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { RosterClient, Span, TrainerProfile } from '../../shared/api/types';
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
  const [priceMissing, setPriceMissing] = useState(false);

  const starts = free
    ? startTimes(free, minutes, trainer.slot_step_minutes ?? 15, zone)
    : [instantAt(date, clock, zone)];
  const startsAt = starts.find((start) => start === chosenStart) ?? starts[0];
  const booking = useAction(api.book, (made) => {
    toast(text().booked(made.client.first_name, dayAndTime(made.starts_at, zone)));
    onClose();
  });

  function book(): void {
    const sum = parseRubles(price);
    setPriceMissing(!sum);
    if (!client || !startsAt || !sum) return;
    booking.run({
      trainer_id: trainer.telegram_id,
      client_id: client.client.telegram_id,
      starts_at: startsAt,
      minutes,
      price: sum,
    });
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
      <p class="hint">{text().willBeAsked}</p>
      <Problem>{priceMissing ? text().checkPrice : booking.problem}</Problem>
      <MainAction
        text={startsAt ? text().book(time(startsAt, zone)) : text().bookTitle}
        disabled={!startsAt}
        busy={booking.busy}
        onPress={book}
      />
    </Sheet>
  );
}

/** The usual lengths and the trainer's own, as far as they fit. */
function lengths(own: number, free: Span | null): number[] {
  const longest = free ? minutesOf(free) : Number.POSITIVE_INFINITY;
  const all = [...new Set([...LENGTHS, own, Math.min(own, longest)])].sort((a, b) => a - b);
  return all.filter((length) => length <= longest);
}
