import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking, Me } from '../../shared/api/types';
import { BookingSheet } from '../../shared/booking/booking-sheet';
import { CalendarRow } from '../../shared/calendar/calendar-row';
import { useLoad } from '../../shared/data';
import { go, show } from '../../shared/route';
import { Await, Empty } from '../../shared/ui/feedback';
import { OtherAppRow } from '../../shared/ui/other-role';
import { BookButton } from '../book/book-button';
import { text } from '../text';
import { History } from './history';
import { NextSession, NextSkeleton } from './next-session';
import { Sessions } from './sessions';
import { upcomingOf } from './upcoming';

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
  const upcoming = useLoad(...upcomingOf(me));
  const linked = useLoad(opened ? `booking/${opened}` : null, () => api.booking(opened ?? ''));
  const [chosen, setChosen] = useState<Chosen | null>(opened ? { id: opened, moving } : null);

  const known = [...(upcoming.data ?? []), ...(linked.data ? [linked.data] : [])];
  const shown = known.find((booking) => booking.id === chosen?.id) ?? chosen?.past;
  const open = (booking: Booking) => setChosen({ id: booking.id });
  const hasTrainers = me.trainers.length > 0;
  const close = () => {
    setChosen(null);
    // What a link has opened does not open again with a reload.
    if (opened) show('/');
  };

  return (
    <main class="page with-tabs with-fab">
      <h1>{text().mySessions}</h1>
      {/* A link to a session that is no more, or was never theirs, must not end in silence. */}
      {linked.error !== undefined && <Await of={linked}>{() => null}</Await>}
      <Await of={upcoming} skeleton={<NextSkeleton />}>
        {([next, ...later]) =>
          next ? (
            <>
              <NextSession
                booking={next}
                onOpen={() => open(next)}
                onMove={() => setChosen({ id: next.id, moving: true })}
                onCancel={() => setChosen({ id: next.id, cancelling: true })}
              />
              <Sessions title={text().upcoming} bookings={later} onOpen={open} />
            </>
          ) : (
            <NothingAhead me={me} />
          )
        }
      </Await>
      {hasTrainers && (
        <div class="card flush">
          <CalendarRow />
        </div>
      )}
      <History clientId={me.telegram_id} onOpen={(past) => setChosen({ id: past.id, past })} />
      {hasTrainers && <BookButton />}
      {shown && chosen && (
        <BookingSheet
          key={`${chosen.id}${chosen.cancelling}${chosen.moving}`}
          booking={shown}
          as="client"
          cancelling={!!chosen.cancelling}
          moving={!!chosen.moving}
          onClose={close}
        />
      )}
    </main>
  );
}

function NothingAhead({ me }: { me: Me }) {
  if (me.trainers.length > 0) {
    return (
      <Empty title={text().nothingTitle}>
        <p>{text().nothingText}</p>
        <button type="button" class="button primary" onClick={() => go('/book')}>
          {text().book}
        </button>
      </Empty>
    );
  }
  return (
    <>
      <Empty title={text().noTrainersTitle}>
        <p>{me.trainer ? text().noTrainersForTrainer : text().noTrainersText}</p>
      </Empty>
      {me.trainer && (
        <div class="card flush">
          <OtherAppRow app="trainer" telegramId={me.telegram_id} />
        </div>
      )}
    </>
  );
}
