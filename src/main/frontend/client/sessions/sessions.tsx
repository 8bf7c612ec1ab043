import type { Booking } from '../../shared/api/types';
import { SessionRow } from './session-row';

/** A titled list of sessions; nothing where there are none. */
export function Sessions({
  title,
  bookings,
  onOpen,
}: {
  title: string | undefined;
  bookings: Booking[];
  onOpen: (booking: Booking) => void;
}) {
  if (bookings.length === 0) return null;
  return (
    <section>
      {title && <h2 class="section-title">{title}</h2>}
      <div class="card flush">
        {bookings.map((booking) => (
          <SessionRow key={booking.id} booking={booking} onOpen={() => onOpen(booking)} />
        ))}
      </div>
    </section>
  );
}
