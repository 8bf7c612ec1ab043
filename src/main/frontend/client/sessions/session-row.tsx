import type { Booking } from '../../shared/api/types';
import { fullName } from '../../shared/text/format';
import { dayAndTime, timeForBoth, zonesDiffer } from '../../shared/text/time';
import { Row, Status } from '../../shared/ui/parts';

export function SessionRow({ booking, onOpen }: { booking: Booking; onOpen: () => void }) {
  const { starts_at, timezone, trainer } = booking;
  return (
    <Row
      testId="booking"
      title={dayAndTime(starts_at, timezone)}
      detail={
        <>
          {zonesDiffer(starts_at, timezone) && (
            <>
              {timeForBoth(starts_at, timezone)}
              <br />
            </>
          )}
          {fullName(trainer)}
          <br />
          <Status of={booking} />
        </>
      }
      onPress={onOpen}
    />
  );
}
