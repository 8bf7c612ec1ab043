import { useEffect, useState } from 'preact/hooks';
import type { Booking } from '../../shared/api/types';
import { CalendarSheet } from '../../shared/calendar/calendar-row';
import { comeBackTo } from '../../shared/route';
import { fullName } from '../../shared/text/format';
import { shortDay, timeForBoth } from '../../shared/text/time';
import { Empty } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Status } from '../../shared/ui/parts';
import { text } from '../text';

export function Done({ booking, onNext }: { booking: Booking; onNext: () => void }) {
  const [calendar, setCalendar] = useState(false);
  // Who closes the app now is through with booking.
  useEffect(() => comeBackTo('/'), []);
  const waits = booking.status === 'PENDING';
  const { starts_at, timezone, trainer } = booking;
  return (
    <main class="page">
      <Empty heading="h1" title={waits ? text().requestedTitle : text().doneTitle}>
        <p data-testid="booked">
          <strong>{`${shortDay(starts_at, timezone)}, ${timeForBoth(starts_at, timezone)}`}</strong>
          <br />
          {fullName(trainer)}
        </p>
        <Status of={booking} />
        <p class="hint">{waits ? text().requestedText : text().doneText}</p>
      </Empty>
      <MainAction
        text={text().toSessions}
        onPress={onNext}
        secondary={{ text: text().toCalendar, onPress: () => setCalendar(true) }}
      />
      {calendar && <CalendarSheet onClose={() => setCalendar(false)} />}
    </main>
  );
}
