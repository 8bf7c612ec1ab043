import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking } from '../../shared/api/types';
import { BookingSheet } from '../../shared/booking/booking-sheet';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { dayAndTime } from '../../shared/text/time';
import { Await } from '../../shared/ui/feedback';
import { Row, Status } from '../../shared/ui/parts';
import { text } from './text';

const FIRST = 4;

/** What is booked with a client, the next first, and behind it what was, the last first. */
export function ClientSessions({ trainerId, clientId }: { trainerId: number; clientId: number }) {
  const now = useNow();
  const bookings = useLoad(`sessions/${clientId}`, () => api.clientBookings(trainerId, clientId));
  const [all, setAll] = useState(false);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const opened = bookings.data?.find((one) => one.id === openedId);
  return (
    <section>
      <h2 class="section-title">{text().sessions}</h2>
      <Await of={bookings} rows={2}>
        {(loaded) => {
          if (loaded.length === 0) return <p class="hint">{text().noSessions}</p>;
          const shown = inOrder(loaded, now);
          return (
            <>
              <div class="card flush">
                {shown.slice(0, all ? undefined : FIRST).map((one) => (
                  <Row
                    key={one.id}
                    title={dayAndTime(one.starts_at, one.timezone)}
                    detail={<Status of={one} as="trainer" />}
                    onPress={() => setOpenedId(one.id)}
                    testId="session"
                  />
                ))}
              </div>
              {!all && shown.length > FIRST && (
                <button type="button" class="button link" onClick={() => setAll(true)}>
                  {text().showAll(shown.length)}
                </button>
              )}
            </>
          );
        }}
      </Await>
      {opened && <BookingSheet booking={opened} as="trainer" onClose={() => setOpenedId(null)} />}
    </section>
  );
}

function inOrder(bookings: Booking[], now: Date): Booking[] {
  const ahead = (one: Booking) => new Date(one.ends_at) > now && one.status !== 'CANCELLED';
  const byStart = (a: Booking, b: Booking) => Date.parse(a.starts_at) - Date.parse(b.starts_at);
  return [
    ...bookings.filter(ahead).sort(byStart),
    ...bookings
      .filter((one) => !ahead(one))
      .sort(byStart)
      .reverse(),
  ];
}
