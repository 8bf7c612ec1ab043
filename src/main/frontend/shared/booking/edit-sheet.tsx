import { useState } from 'preact/hooks';
import { useAction } from '../action';
import { api } from '../api/calls';
import type { Booking, BookingEdit, Scope } from '../api/types';
import { common } from '../text/common';
import { parseRubles, rubles } from '../text/format';
import { Problem, toast } from '../ui/feedback';
import { MainAction } from '../ui/main-action';
import { Chips, Field } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import { Conflicts, ScopeChoice } from './series';

const LENGTHS = [30, 45, 60, 90, 120];

interface Props {
  booking: Booking;
  onClose: () => void;
  onDone: () => void;
}

/** What the trainer changes without asking: length, price and note. */
export function EditSheet({ booking, onClose, onDone }: Props) {
  const [minutes, setMinutes] = useState(booking.minutes);
  const [price, setPrice] = useState(rubles(booking.price));
  const [note, setNote] = useState(booking.note ?? '');
  const [scope, setScope] = useState<Scope>('this');
  const [wrong, setWrong] = useState(false);
  const text = common();
  const editing = useAction(
    (edit: BookingEdit) => api.edit(booking, edit, scope),
    () => {
      toast(text.edited);
      onDone();
    },
  );

  function save(): void {
    const sum = parseRubles(price);
    setWrong(!sum);
    if (!sum) return;
    // What the trainer did not touch may be different in the other sessions of the series, and stays so.
    const edit = {
      ...(minutes !== booking.minutes && { minutes }),
      ...(sum.amount !== booking.price.amount && { price: sum }),
      ...(note.trim() !== (booking.note ?? '') && { note: note.trim() }),
    };
    if (Object.keys(edit).length > 0) editing.run(edit);
    else onClose();
  }

  return (
    <Sheet title={text.editTitle} onClose={onClose}>
      <Chips
        label={text.length}
        options={[...new Set([...LENGTHS, booking.minutes])]
          .sort((a, b) => a - b)
          .map((value) => ({ value, text: text.minutes(value) }))}
        value={minutes}
        onChange={setMinutes}
      />
      {!booking.charged && (
        <Field label={text.priceInRubles}>
          <input inputMode="decimal" value={price} onInput={(event) => setPrice(event.currentTarget.value)} />
        </Field>
      )}
      <Field label={text.note} hint={text.noteHint}>
        <input value={note} maxLength={1000} onInput={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <ScopeChoice of={booking} value={scope} onChange={setScope} />
      <Conflicts of={editing.conflicts} zone={booking.timezone} />
      <Problem>{wrong ? text.checkPrice : editing.problem}</Problem>
      <MainAction text={text.save} busy={editing.busy} onPress={save} />
    </Sheet>
  );
}
