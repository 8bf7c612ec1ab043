import type { Booking } from '../../shared/api/types';
import { doable, useBookingAction } from '../../shared/booking/actions';
import { useNow } from '../../shared/now';
import { common } from '../../shared/text/common';
import { fullName, money } from '../../shared/text/format';
import { relativeDay, time, timeForBoth, zonesDiffer } from '../../shared/text/time';
import { Icon } from '../../shared/ui/icon';
import { Avatar, Status } from '../../shared/ui/parts';
import { text } from '../text';

interface Props {
  booking: Booking;
  onOpen: () => void;
  onMove: () => void;
  onCancel: () => void;
}

/** The nearest session, large, with what can be done about it at hand. */
export function NextSession({ booking, onOpen, onMove, onCancel }: Props) {
  const now = useNow();
  const action = useBookingAction(booking, () => {});
  const { starts_at, timezone, trainer, place } = booking;
  const where = [place?.name, place?.address].filter(Boolean).join(', ');
  const actions = doable(booking.allowed_actions);
  const refusal = actions.find((name) => name === 'cancel' || name === 'decline');

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
            <span class="hint">{`${common().minutes(booking.minutes)} · ${money(booking.price)}`}</span>
          </span>
        </span>
        {where && (
          <span class="next-place hint">
            <Icon name="place" />
            {where}
          </span>
        )}
      </button>
      {booking.status === 'PENDING' && (
        <p class="hint">{booking.awaiting === 'trainer' ? text().waitsForTrainer : text().waitsForYou}</p>
      )}
      {actions.includes('confirm') && (
        <button type="button" class="button primary" disabled={action.busy} onClick={() => action.run('confirm')}>
          {common().actions.confirm}
        </button>
      )}
      {(refusal || booking.allowed_actions.includes('move')) && (
        <div class="side-by-side">
          {booking.allowed_actions.includes('move') && (
            <button type="button" class="button quiet" onClick={onMove}>
              {common().move}
            </button>
          )}
          {refusal && (
            <button type="button" class="button quiet" onClick={onCancel}>
              {common().cannotCome}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** Its outline, and of a list below it. */
export function NextSkeleton() {
  return (
    <div class="stack" role="status" aria-label={common().loading}>
      <div class="skeleton large" />
      <div class="skeleton" />
      <div class="skeleton" />
    </div>
  );
}
