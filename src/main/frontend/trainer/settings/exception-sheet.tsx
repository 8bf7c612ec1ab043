import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Booking, NewException, WorkingException } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import type { LocalDate } from '../../shared/text/time';
import { Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Chips, Field } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { text } from './text';

/** One that is there, or the kind of a new one. */
export type Edited = WorkingException | { kind: WorkingException['kind'] };

interface Props {
  of: Edited;
  today: LocalDate;
  onClose: () => void;
  /** Called with what is booked in the time that is off from now on. */
  onConflicts: (bookings: Booking[]) => void;
}

export function ExceptionSheet({ of, today, onClose, onConflicts }: Props) {
  const saved = 'id' in of ? of : undefined;
  const { kind } = of;
  const [first, setFirst] = useState(saved?.date_from ?? today);
  const [last, setLast] = useState(saved?.date_to ?? today);
  const [part, setPart] = useState<'whole' | 'hours'>(kind === 'extra' || saved?.from ? 'hours' : 'whole');
  const [from, setFrom] = useState(saved?.from ?? '10:00');
  const [to, setTo] = useState(saved?.to ?? '14:00');
  const [reason, setReason] = useState(saved?.reason ?? '');
  const saving = useAction(
    (wish: NewException) => (saved ? api.changeException(saved, wish) : api.addException(wish)),
    (kept) => {
      if (!kept.conflicts?.length) toast(text().exceptionSaved);
      onClose();
      onConflicts(kept.conflicts ?? []);
    },
  );
  const removing = useAction(api.removeException, () => {
    toast(text().exceptionRemoved);
    onClose();
  });
  const disorder = last < first || (part === 'hours' && to <= from);

  function save(): void {
    const wish: NewException = { kind, date_from: first, date_to: last, reason: reason.trim() };
    saving.run(part === 'hours' ? { ...wish, from, to } : wish);
  }

  return (
    <Sheet title={kind === 'off' ? text().offTitle : text().extraTitle} onClose={onClose}>
      <div class="pair">
        <Field label={text().firstDay}>
          <input
            type="date"
            min={today}
            value={first}
            onInput={(event) => {
              const value = event.currentTarget.value || first;
              setFirst(value);
              if (last < value) setLast(value);
            }}
          />
        </Field>
        <Field label={text().lastDay}>
          <input type="date" min={first} value={last} onInput={(event) => setLast(event.currentTarget.value || last)} />
        </Field>
      </div>
      {kind === 'off' && (
        <Chips
          label={text().offFor}
          options={(['whole', 'hours'] as const).map((value) => ({ value, text: text().parts[value] }))}
          value={part}
          onChange={setPart}
        />
      )}
      {part === 'hours' && (
        <div class="pair">
          <Field label={text().from}>
            <input type="time" value={from} onInput={(event) => setFrom(event.currentTarget.value || from)} />
          </Field>
          <Field label={text().to}>
            <input type="time" value={to} onInput={(event) => setTo(event.currentTarget.value || to)} />
          </Field>
        </div>
      )}
      <Field label={text().exceptionReason} hint={text().onlyForYou}>
        <input value={reason} maxLength={200} onInput={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <Problem>{disorder ? text().badOrder : (saving.problem ?? removing.problem)}</Problem>
      {saved && (
        <button
          type="button"
          class="button danger-text"
          disabled={removing.busy}
          onClick={() => removing.run(saved.id)}
        >
          {text().removeException}
        </button>
      )}
      <MainAction text={common().save} disabled={disorder} busy={saving.busy} onPress={save} />
    </Sheet>
  );
}
