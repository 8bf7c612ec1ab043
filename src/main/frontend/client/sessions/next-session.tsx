import type { Booking } from '../../shared/api/types';
import { doable, useBookingAction } from '../../shared/booking/actions';
import { useNow } from '../../shared/now';
import { common } from '../../shared/text/common';
import { fullName, money } from '../../shared/text/format';
import { relativeDay, time, timeForBoth, zonesDiffer } from '../../shared/text/time';
import { Problem } from '../../shared/ui/feedback';
import { Avatar, Status } from '../../shared/ui/parts';
import { text } from '../text';

interface Props {
  booking: Booking;
  onOpen: () => void;
  onCancel: () => void;
}

/** The nearest session, large, with what can be done about it at hand. */
export function NextSession({ booking, onOpen, onCancel }: Props) {
  const now = useNow();
  const action = useBookingAction(booking, () => {});
  const { starts_at, timezone, trainer, place } = booking;
  const where = [place?.name, place?.address].filter(Boolean).join(', ');
  const actions = doable(booking.allowed_actions);

  return (
    <section class="card next" aria-label={text().next} data-testid="next-session">
      <button type="button" class="next-open" onClick={onOpen}>
        <Status of={booking} />
        <span class="next-day">{relativeDay(starts_at, timezone, now)}</span>
        <span class="next-time">{time(starts_at, timezone)}</span>
        {zonesDiffer(starts_at, timezone) && <span class="hint">{timeForBoth(starts_at, timezone)}</span>}
        <span class="person">
          <Avatar of={trainer} />
          <span class="row-text">
            <strong>{fullName(trainer)}</strong>
            <span class="hint">
              {[where, common().minutes(booking.minutes), money(booking.price)].filter(Boolean).join(' · ')}
            </span>
          </span>
        </span>
      </button>
      {booking.status === 'PENDING' && (
        <p class="hint">{booking.awaiting === 'trainer' ? text().waitsForTrainer : text().waitsForYou}</p>
      )}
      <Problem>{action.problem}</Problem>
      {actions.includes('confirm') && (
        <button type="button" class="button primary" disabled={action.busy} onClick={() => action.run('confirm')}>
          {common().actions.confirm}
        </button>
      )}
      {actions.some((name) => name === 'cancel' || name === 'decline') && (
        <button type="button" class="button quiet" onClick={onCancel}>
          {common().cannotCome}
        </button>
      )}
    </section>
  );
}
