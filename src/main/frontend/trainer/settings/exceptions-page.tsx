import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking, TrainerProfile, WorkingException } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go } from '../../shared/route';
import { fullName } from '../../shared/text/format';
import { dayAndTime, localDate } from '../../shared/text/time';
import { Await } from '../../shared/ui/feedback';
import { Row, Status } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { BackLink } from '../back-link';
import { daysOf } from './exception-days';
import { type Edited, ExceptionSheet } from './exception-sheet';
import { text } from './text';

/** Days off and extra hours that are not over yet. */
export function ExceptionsPage({ trainer }: { trainer: TrainerProfile }) {
  const today = localDate(useNow(), trainer.timezone);
  const exceptions = useLoad('exceptions', () => api.exceptions(today));
  const [edited, setEdited] = useState<Edited | null>(null);
  const [conflicts, setConflicts] = useState<Booking[]>([]);
  return (
    <main class="page">
      <BackLink to="/settings" />
      <h1>{text().exceptionsTitle}</h1>
      <p class="hint">{text().exceptionsText}</p>
      <Await of={exceptions} rows={3}>
        {(loaded) =>
          loaded.length > 0 ? (
            <div class="card flush">
              {loaded.map((one) => (
                <Row
                  key={one.id}
                  title={daysOf(one)}
                  detail={inWords(one)}
                  onPress={() => setEdited(one)}
                  testId="exception"
                />
              ))}
            </div>
          ) : (
            <p class="hint center">{text().noExceptions}</p>
          )
        }
      </Await>
      <button type="button" class="button primary" onClick={() => setEdited({ kind: 'off' })}>
        {text().addOff}
      </button>
      <button type="button" class="button quiet" onClick={() => setEdited({ kind: 'extra' })}>
        {text().addExtra}
      </button>
      {edited && (
        <ExceptionSheet of={edited} today={today} onClose={() => setEdited(null)} onConflicts={setConflicts} />
      )}
      {conflicts.length > 0 && <ConflictsSheet of={conflicts} onClose={() => setConflicts([])} />}
    </main>
  );
}

/** «не работаю · 10:00–14:00 · Отпуск» */
function inWords({ kind, from, to, reason }: WorkingException): string {
  return [kind === 'off' ? text().off : text().extra, from && `${from}–${to}`, reason].filter(Boolean).join(' · ');
}

/** What is booked already in time that is now off: it stays, unless the trainer does something about it. */
function ConflictsSheet({ of, onClose }: { of: Booking[]; onClose: () => void }) {
  return (
    <Sheet title={text().conflictsTitle(of.length)} onClose={onClose}>
      <p class="hint">{text().conflictsText}</p>
      <div class="card flush">
        {of.map((booking) => (
          <Row
            key={booking.id}
            title={`${dayAndTime(booking.starts_at, booking.timezone)}, ${fullName(booking.client)}`}
            detail={<Status of={booking} as="trainer" />}
            onPress={() => go(`/booking/${booking.id}`)}
            testId="conflict"
          />
        ))}
      </div>
    </Sheet>
  );
}
