import { useState } from 'preact/hooks';
import type { Booking } from '../api/types';
import { common } from '../text/common';
import { fullName, money } from '../text/format';
import { dayAndTime, shortDay, timeForBoth } from '../text/time';
import { Avatar, Fact, Status } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import { type Doable, doable, firstRefusal, useBookingAction, WITH_REASON } from './actions';
import { BookingHistory } from './booking-history';
import { EditSheet } from './edit-sheet';
import { MoveSheet } from './move-sheet';
import { RefusalSheet } from './refusal-sheet';
import { WriteInTelegram } from './write-in-telegram';

interface Props {
  booking: Booking;
  /** From whose side it is looked at: the other one is shown. */
  as: 'trainer' | 'client';
  /** Opens with the question whether to cancel. */
  cancelling?: boolean;
  /** Opens with the choice of another time, where that is allowed. */
  moving?: boolean;
  onClose: () => void;
}

export function BookingSheet({ booking, as, cancelling = false, moving: toMove = false, onClose }: Props) {
  const [asking, setAsking] = useState<Doable | null>(cancelling ? firstRefusal(booking) : null);
  const [moving, setMoving] = useState(toMove && booking.allowed_actions.includes('move'));
  const [editing, setEditing] = useState(false);
  const action = useBookingAction(booking, onClose);
  const text = common();
  const other = as === 'trainer' ? booking.client : booking.trainer;

  if (moving) {
    return (
      <MoveSheet booking={booking} as={as} onClose={() => (toMove ? onClose() : setMoving(false))} onMoved={onClose} />
    );
  }
  if (editing) {
    return <EditSheet booking={booking} onClose={() => setEditing(false)} onDone={onClose} />;
  }
  if (asking) {
    return (
      <RefusalSheet
        booking={booking}
        as={as}
        refusal={asking}
        onGiveUp={() => (cancelling ? onClose() : setAsking(null))}
        onDone={onClose}
      />
    );
  }

  return (
    <Sheet title={text.booking} onClose={onClose}>
      <div class="person">
        <Avatar of={other} />
        <div class="row-text">
          <strong>{fullName(other)}</strong>
          <Status of={booking} as={as} />
        </div>
      </div>
      <BookingFacts booking={booking} as={as} />
      <BookingHistory booking={booking} as={as} />
      {doable(booking.allowed_actions).map((name) => (
        <button
          key={name}
          type="button"
          class={`button ${name === 'confirm' || name === 'complete' ? 'primary' : 'quiet'} ${WITH_REASON.includes(name) ? 'danger-text' : ''}`}
          disabled={action.busy}
          onClick={() => (WITH_REASON.includes(name) ? setAsking(name) : action.run(name))}
        >
          {text.actions[name]}
        </button>
      ))}
      {booking.allowed_actions.includes('move') && (
        <button type="button" class="button quiet" disabled={action.busy} onClick={() => setMoving(true)}>
          {text.move}
        </button>
      )}
      {booking.allowed_actions.includes('edit') && (
        <button type="button" class="button quiet" disabled={action.busy} onClick={() => setEditing(true)}>
          {text.edit}
        </button>
      )}
      <WriteInTelegram to={other} />
    </Sheet>
  );
}

function BookingFacts({ booking, as }: Pick<Props, 'booking' | 'as'>) {
  const text = common();
  const zone = booking.timezone;
  const place = [booking.place?.name, booking.place?.address].filter(Boolean).join(', ');
  const over = booking.status === 'CANCELLED';
  return (
    <dl class="facts">
      <Fact label={text.when}>{`${shortDay(booking.starts_at, zone)}, ${timeForBoth(booking.starts_at, zone)}`}</Fact>
      <Fact label={text.length}>{text.minutes(booking.minutes)}</Fact>
      <Fact label={text.price}>{money(booking.price)}</Fact>
      {booking.series && (
        <Fact label={text.series}>{text.seriesPlace(booking.series.index, booking.series.count)}</Fact>
      )}
      {place && <Fact label={text.place}>{place}</Fact>}
      {booking.charged && <Fact label={text.chargeAt}>{text.charged}</Fact>}
      {!booking.charged && !over && booking.charge_at && booking.price.amount > 0 && (
        <Fact label={text.chargeAt}>{dayAndTime(booking.charge_at, zone)}</Fact>
      )}
      {booking.note && <Fact label={text.note}>{booking.note}</Fact>}
      {booking.warnings.includes('outside_working_hours') && <Fact label="!">{text.outsideWorkingHours}</Fact>}
      {over && booking.cancelled_by && (
        <Fact label={text.cancelled}>
          {booking.cancelled_by === as ? text.byYou : text.cancelledBy[booking.cancelled_by]}
        </Fact>
      )}
      {cancelReason(booking) && <Fact label={text.cancelReason}>{cancelReason(booking)}</Fact>}
    </dl>
  );
}

/** A person's words as they are; the system gives a code. */
function cancelReason({ cancelled_by, cancel_reason }: Booking): string | null | undefined {
  const codes: Record<string, string> = common().systemReasons;
  return cancelled_by === 'system' && cancel_reason ? codes[cancel_reason] : cancel_reason;
}
