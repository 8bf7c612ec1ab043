import { useState } from 'preact/hooks';
import type { RosterClient, Span, TrainerProfile } from '../../shared/api/types';
import { present } from '../../shared/now';
import { money } from '../../shared/text/format';
import { instantAt, type LocalDate, localDate, shortDay, time } from '../../shared/text/time';
import { ClockField } from '../../shared/ui/clock-field';
import { Row } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { ClientPicker } from '../clients/client-picker';
import { BookForm, type Draft } from './book-form';
import { bookingFor } from './booking-for';
import { Outside } from './outside';
import { duration, text } from './text';
import { covers, minutesOf, spanFrom } from './timeline';
import { bookAtOnce } from './underway';

interface Props {
  trainer: TrainerProfile;
  date: LocalDate;
  /** The free time that was tapped; null to choose any time of the day. */
  free: Span | null;
  /** The start within it that was tapped. */
  start?: string;
  /** The working hours of the day: there is a word about what lies outside of them. */
  working: Span[];
  onClose: () => void;
  /** Keeps the free time for the trainer instead. */
  onBlock?: (() => void) | undefined;
}

/** Books with one tap on a client; everything that can be different from the usual is a tap further. */
export function BookSheet({ trainer, date, free, start, working, onClose, onBlock }: Props) {
  const zone = trainer.timezone;
  const [clock, setClock] = useState(() => firstClock(date, zone));
  const [client, setClient] = useState(bookingFor.value);
  const [step, setStep] = useState<'quick' | 'form' | 'client'>(client ? 'form' : 'quick');
  const [draft, setDraft] = useState<Draft>();
  const startsAt = start ?? instantAt(date, clock, zone);
  const left = free ? minutesOf({ starts_at: startsAt, ends_at: free.ends_at }) : trainer.session_minutes;
  const minutes = Math.min(trainer.session_minutes, Math.floor(left / MINUTES_STEP) * MINUTES_STEP);
  const span = spanFrom(startsAt, minutes);

  function pick(picked: RosterClient): void {
    if (step === 'quick') {
      bookAtOnce(trainer, picked, span);
      onClose();
    } else {
      setClient(picked);
      setStep('form');
    }
  }

  if (step === 'form') {
    return (
      <BookForm
        trainer={trainer}
        date={date}
        free={free}
        working={working}
        client={client}
        draft={draft ?? { start: startsAt, minutes, price: '', note: '', repeats: false, weeks: '8' }}
        onDraft={setDraft}
        onChooseClient={() => setStep('client')}
        onClose={onClose}
      />
    );
  }
  return (
    <Sheet title={text().bookTitle} onClose={onClose}>
      {step === 'quick' && (
        <>
          {!free && <ClockField label={text().start} value={clock} onChange={setClock} />}
          <div class="card flush">
            <Row
              title={`${shortDay(startsAt, zone)}, ${time(span.starts_at, zone)}–${time(span.ends_at, zone)}`}
              detail={`${duration(minutes)} · ${money(trainer.price)}`}
              value={text().more}
              onPress={() => setStep('form')}
              testId="more"
            />
          </div>
          {covers(working, span) ? <p class="hint">{text().tapToBook}</p> : <Outside />}
        </>
      )}
      <ClientPicker trainerId={trainer.telegram_id} onPick={pick} />
      {step === 'quick' && onBlock && (
        <button type="button" class="button quiet" onClick={onBlock}>
          {text().blockTime}
        </button>
      )}
    </Sheet>
  );
}

/** The length of a session is a multiple of these. */
const MINUTES_STEP = 5;
const HALF_HOUR = 30 * 60_000;

/** Ten o'clock, or the next half hour of a day that is further on; late in the evening its last mark. */
function firstClock(date: LocalDate, zone: string): string {
  const now = present().getTime();
  if (Date.parse(instantAt(date, '10:00', zone)) > now) return '10:00';
  const next = new Date((Math.floor(now / HALF_HOUR) + 1) * HALF_HOUR);
  return localDate(next, zone) === date ? time(next, zone) : '23:55';
}
