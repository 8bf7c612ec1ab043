import type { Booking } from '../../shared/api/types';
import { fullName } from '../../shared/text/format';
import { shortDay, timeForBoth } from '../../shared/text/time';
import { Row, Status } from '../../shared/ui/parts';

export function SessionRow({ booking, onOpen }: { booking: Booking; onOpen: () => void }) {
  const { starts_at, timezone, trainer } = booking;
  return (
    <Row
      testId="booking"
      title={`${shortDay(starts_at, timezone)}, ${timeForBoth(starts_at, timezone)}`}
      detail={
        <>
          {fullName(trainer)}
          <br />
          <Status of={booking} />
        </>
      }
      onPress={onOpen}
    />
  );
}
