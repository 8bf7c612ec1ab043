import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking, Me } from '../../shared/api/types';
import { BookingSheet } from '../../shared/booking/booking-sheet';
import { CalendarRow } from '../../shared/calendar/calendar-row';
import { useLoad } from '../../shared/data';
import { go } from '../../shared/route';
import { Await, Empty } from '../../shared/ui/feedback';
import { Icon } from '../../shared/ui/icon';
import { Balances } from '../balance/balances';
import { text } from '../text';
import { History } from './history';
import { NextSession } from './next-session';
import { Sessions } from './sessions';

interface Chosen {
  id: string;
  cancelling?: boolean;
  moving?: boolean;
  /** One of the history, as the list has it. */
  past?: Booking;
}

interface Props {
  me: Me;
  /** The booking that a link leads to. */
  opened: string | undefined;
  /** Whether the link leads to its move. */
  moving?: boolean;
}

export function SessionsPage({ me, opened, moving = false }: Props) {
  const upcoming = useLoad('upcoming', () => api.upcoming(me.telegram_id));
  const linked = useLoad(opened ? `booking/${opened}` : null, () => api.booking(opened ?? ''));
  const [chosen, setChosen] = useState<Chosen | null>(opened ? { id: opened, moving } : null);

  const known = [...(upcoming.data ?? []), ...(linked.data ? [linked.data] : [])];
  const shown = known.find((booking) => booking.id === chosen?.id) ?? chosen?.past;
  const open = (booking: Booking) => setChosen({ id: booking.id });

  return (
    <main class="page with-fab">
      <h1>{text().mySessions}</h1>
      <Await of={upcoming} rows={4}>
        {([next, ...later]) =>
          next ? (
            <>
              <NextSession
                booking={next}
                onOpen={() => open(next)}
                onCancel={() => setChosen({ id: next.id, cancelling: true })}
              />
              <Sessions title={text().upcoming} bookings={later} onOpen={open} />
            </>
          ) : (
            <NothingAhead hasTrainers={me.trainers.length > 0} />
          )
        }
      </Await>
      <Balances clientId={me.telegram_id} />
      {me.trainers.length > 0 && (
        <div class="card flush">
          <CalendarRow />
        </div>
      )}
      <History clientId={me.telegram_id} onOpen={(past) => setChosen({ id: past.id, past })} />
      {me.trainers.length > 0 && (
        <button type="button" class="fab" aria-label={text().book} onClick={() => go('/book')}>
          <Icon name="plus" />
        </button>
      )}
      {shown && (
        <BookingSheet
          booking={shown}
          as="client"
          cancelling={!!chosen?.cancelling}
          moving={!!chosen?.moving}
          onClose={() => setChosen(null)}
        />
      )}
    </main>
  );
}

function NothingAhead({ hasTrainers }: { hasTrainers: boolean }) {
  return hasTrainers ? (
    <Empty title={text().nothingTitle}>
      <p>{text().nothingText}</p>
      <button type="button" class="button primary" onClick={() => go('/book')}>
        {text().book}
      </button>
    </Empty>
  ) : (
    <Empty title={text().noTrainersTitle}>
      <p>{text().noTrainersText}</p>
    </Empty>
  );
}
