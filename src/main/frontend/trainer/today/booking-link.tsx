import { useEffect } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import { useLoad } from '../../shared/data';
import { show } from '../../shared/route';
import { localDate } from '../../shared/text/time';
import { Await } from '../../shared/ui/feedback';

/** A link to a booking: leads to its day, opened there, and perhaps to its move. */
export function BookingLink({ id, then }: { id: string; then: string | undefined }) {
  const booking = useLoad(`booking/${id}`, () => api.booking(id));
  const found = booking.data;
  useEffect(() => {
    if (found) show(`/day/${localDate(found.starts_at, found.timezone)}/${id}${then ? `/${then}` : ''}`);
  }, [found]);
  return (
    <main class="page with-tabs">
      <Await of={booking}>{() => null}</Await>
    </main>
  );
}
