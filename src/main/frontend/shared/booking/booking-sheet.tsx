import { useState } from 'preact/hooks';
import { type Action, useAction } from '../action';
import { api } from '../api/calls';
import type { Booking, BookingAction } from '../api/types';
import { common } from '../text/common';
import { fullName, money } from '../text/format';
import { dayAndTime, shortDay, timeForBoth } from '../text/time';
import { Problem, toast } from '../ui/feedback';
import { Avatar, Fact, Field, Status } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import { MoveSheet } from './move-sheet';
import { WriteInTelegram } from './write-in-telegram';

type Doable = keyof ReturnType<typeof common>['actions'];

/** In this order, with the one that moves things on first. */
const DOABLE: Doable[] = ['confirm', 'complete', 'no_show', 'decline', 'cancel'];
const WITH_REASON: Doable[] = ['decline', 'cancel'];

const CALLS: Record<Doable, (booking: Booking, reason: string) => Promise<Booking>> = {
  confirm: api.confirm,
  complete: api.complete,
  no_show: api.noShow,
  decline: api.decline,
  cancel: api.cancel,
};

/** What to offer; who may decline needs no second way to cancel. */
export function doable(allowed: BookingAction[]): Doable[] {
  return DOABLE.filter((action) => allowed.includes(action) && !(action === 'cancel' && allowed.includes('decline')));
}

function firstRefusal({ allowed_actions }: Booking): Doable | null {
  return doable(allowed_actions).find((action) => WITH_REASON.includes(action)) ?? null;
}

/** Runs an action on a booking and says so; what the server answers replaces what the screen knew. */
export function useBookingAction(booking: Booking, onDone: () => void): Action<[Doable, string?]> {
  return useAction(
    async (action: Doable, reason = '') => {
      await CALLS[action](booking, reason);
      return action;
    },
    (action) => {
      toast(common().done[action]);
      onDone();
    },
  );
}

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
  const [reason, setReason] = useState('');
  const action = useBookingAction(booking, onClose);
  const text = common();
  const other = as === 'trainer' ? booking.client : booking.trainer;

  const giveUp = () => (cancelling ? onClose() : setAsking(null));

  if (moving) {
    return <MoveSheet booking={booking} as={as} onClose={() => setMoving(false)} onMoved={onClose} />;
  }
  if (asking) {
    return (
      <Sheet title={asking === 'decline' ? text.declineTitle : text.reasonTitle} onClose={giveUp}>
        <p>{`${shortDay(booking.starts_at, booking.timezone)}, ${timeForBoth(booking.starts_at, booking.timezone)}, ${fullName(other)}.`}</p>
        <Field label={text.reasonLabel} hint={as === 'trainer' ? text.reasonHintForTrainer : text.reasonHintForClient}>
          <input value={reason} maxLength={300} onInput={(event) => setReason(event.currentTarget.value)} />
        </Field>
        <Problem>{action.problem}</Problem>
        <button
          type="button"
          class="button danger"
          disabled={action.busy}
          onClick={() => action.run(asking, reason.trim())}
        >
          {text.actions[asking]}
        </button>
        <button type="button" class="button quiet" onClick={giveUp}>
          {text.cancelEdit}
        </button>
      </Sheet>
    );
  }

  return (
    <Sheet title={text.booking} onClose={onClose}>
      <div class="person">
        <Avatar of={other} />
        <div class="row-text">
          <strong>{fullName(other)}</strong>
          <Status of={booking} />
        </div>
      </div>
      <BookingFacts booking={booking} />
      <Problem>{action.problem}</Problem>
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
      <WriteInTelegram to={other} />
    </Sheet>
  );
}

function BookingFacts({ booking }: { booking: Booking }) {
  const text = common();
  const zone = booking.timezone;
  const place = [booking.place?.name, booking.place?.address].filter(Boolean).join(', ');
  const over = booking.status === 'CANCELLED';
  return (
    <dl class="facts">
      <Fact label={text.when}>{`${shortDay(booking.starts_at, zone)}, ${timeForBoth(booking.starts_at, zone)}`}</Fact>
      <Fact label={text.length}>{text.minutes(booking.minutes)}</Fact>
      <Fact label={text.price}>{money(booking.price)}</Fact>
      {place && <Fact label={text.place}>{place}</Fact>}
      {booking.charged && <Fact label={text.chargeAt}>{text.charged}</Fact>}
      {!booking.charged && !over && booking.charge_at && booking.price.amount > 0 && (
        <Fact label={text.chargeAt}>{dayAndTime(booking.charge_at, zone)}</Fact>
      )}
      {booking.note && <Fact label={text.note}>{booking.note}</Fact>}
      {booking.warnings?.includes('outside_working_hours') && <Fact label="!">{text.outsideWorkingHours}</Fact>}
      {over && booking.cancelled_by && <Fact label={text.cancelled}>{text.cancelledBy[booking.cancelled_by]}</Fact>}
      {cancelReason(booking) && <Fact label={text.cancelReason}>{cancelReason(booking)}</Fact>}
    </dl>
  );
}

/** A person's words as they are; the system gives a code. */
function cancelReason({ cancelled_by, cancel_reason }: Booking): string | null | undefined {
  const codes: Record<string, string> = common().systemReasons;
  return cancelled_by === 'system' && cancel_reason ? (codes[cancel_reason] ?? cancel_reason) : cancel_reason;
}
