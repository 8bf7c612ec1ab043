import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import { useLoad } from '../../shared/data';
import { show } from '../../shared/route';
import { localDate } from '../../shared/text/time';
import { Await } from '../../shared/ui/feedback';

/** A link to a booking: leads to its day, opened there, and perhaps to its move. */
export function BookingLink({ id, then }: { id: string; then: string | undefined }) {
  const [openedAt] = useState(Date.now);
  const booking = useLoad(`booking/${id}`, () => api.booking(id));
  // The phone may remember the time from before a move: that is better than nothing, but no more.
  const isAnswered = (booking.at ?? 0) >= openedAt || booking.error !== undefined;
  const found = isAnswered ? booking.data : undefined;
  useEffect(() => {
    if (found) show(`/day/${localDate(found.starts_at, found.timezone)}/${id}${then ? `/${then}` : ''}`);
  }, [found]);
  return (
    <main class="page with-tabs">
      <Await of={{ ...booking, data: found }}>{() => null}</Await>
    </main>
  );
}
