import { useState } from 'preact/hooks';
import type { Booking, Scope } from '../api/types';
import { common } from '../text/common';
import { fullName } from '../text/format';
import { shortDay, timeForBoth } from '../text/time';
import { MainAction } from '../ui/main-action';
import { Field } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import { type Doable, useBookingAction } from './actions';
import { ScopeChoice } from './series';

interface Props {
  booking: Booking;
  as: 'trainer' | 'client';
  refusal: Doable;
  onGiveUp: () => void;
  onDone: () => void;
}

/** Asks once more before a session is given up: of a series, how much of it. */
export function RefusalSheet({ booking, as, refusal, onGiveUp, onDone }: Props) {
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<Scope>('this');
  const action = useBookingAction(booking, onDone);
  const text = common();
  const other = as === 'trainer' ? booking.client : booking.trainer;

  return (
    <Sheet title={refusal === 'decline' ? text.declineTitle : text.reasonTitle} onClose={onGiveUp}>
      <p>{`${shortDay(booking.starts_at, booking.timezone)}, ${timeForBoth(booking.starts_at, booking.timezone)}, ${fullName(other)}.`}</p>
      {booking.charged && <p>{as === 'client' ? text.chargeStays : text.chargeStaysForTrainer}</p>}
      <ScopeChoice of={booking} value={scope} onChange={setScope} />
      <Field label={text.reasonLabel} hint={as === 'trainer' ? text.reasonHintForTrainer : text.reasonHintForClient}>
        <input value={reason} maxLength={300} onInput={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <MainAction
        text={scope === 'this' ? text.actions[refusal] : text.cancelSeries}
        danger
        busy={action.busy}
        onPress={() => action.run(refusal, reason.trim(), scope)}
        secondary={{ text: text.cancelEdit, onPress: onGiveUp }}
      />
    </Sheet>
  );
}
