import type { Booking } from '../../shared/api/types';
import { fullName } from '../../shared/text/format';
import { shortDay, timeForBoth } from '../../shared/text/time';
import { Empty } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Status } from '../../shared/ui/parts';
import { text } from '../text';

export function Done({ booking, onNext }: { booking: Booking; onNext: () => void }) {
  const waits = booking.status === 'PENDING';
  const { starts_at, timezone, trainer } = booking;
  return (
    <main class="page">
      <Empty title={waits ? text().requestedTitle : text().doneTitle}>
        <p data-testid="booked">
          <strong>{`${shortDay(starts_at, timezone)}, ${timeForBoth(starts_at, timezone)}`}</strong>
          <br />
          {fullName(trainer)}
        </p>
        <Status of={booking} />
        <p class="hint">{waits ? text().requestedText : text().doneText}</p>
      </Empty>
      <MainAction text={text().toSessions} onPress={onNext} />
    </main>
  );
}
