import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { NewException, TrainerProfile, WorkingException } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go } from '../../shared/route';
import { supports } from '../../shared/telegram/bridge';
import { useBackButton } from '../../shared/telegram/buttons';
import { common } from '../../shared/text/common';
import { localDate, shortDay } from '../../shared/text/time';
import { Await, Problem, toast } from '../../shared/ui/feedback';
import { Icon } from '../../shared/ui/icon';
import { MainAction } from '../../shared/ui/main-action';
import { Chips, Field } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { text } from '../text';

const back = () => go('/settings');

/** Days off and extra hours that are not over yet. */
export function ExceptionsPage({ trainer }: { trainer: TrainerProfile }) {
  const today = localDate(useNow(), trainer.timezone);
  const exceptions = useLoad('exceptions', () => api.exceptions(today));
  const [adding, setAdding] = useState<WorkingException['kind'] | null>(null);
  useBackButton(back);
  return (
    <main class="page">
      {!supports('web_app_setup_back_button') && (
        <button type="button" class="button link back" onClick={back}>
          {common().back}
        </button>
      )}
      <h1>{text().exceptionsTitle}</h1>
      <p class="hint">{text().exceptionsText}</p>
      <Await of={exceptions} rows={3}>
        {(loaded) =>
          loaded.length > 0 ? (
            <div class="card flush">
              {loaded.map((one) => (
                <ExceptionRow key={one.id} exception={one} />
              ))}
            </div>
          ) : (
            <p class="hint center">{text().noExceptions}</p>
          )
        }
      </Await>
      <button type="button" class="button primary" onClick={() => setAdding('off')}>
        {text().addOff}
      </button>
      <button type="button" class="button quiet" onClick={() => setAdding('extra')}>
        {text().addExtra}
      </button>
      {adding && <ExceptionSheet kind={adding} today={today} onClose={() => setAdding(null)} />}
    </main>
  );
}

function ExceptionRow({ exception }: { exception: WorkingException }) {
  const removing = useAction(api.removeException, () => toast(text().exceptionRemoved));
  const { kind, date_from, date_to, from, to, reason } = exception;
  const days = [...new Set([date_from, date_to])].map((date) => shortDay(date, 'UTC')).join(' – ');
  const details = [kind === 'off' ? text().off : text().extra, from && `${from}–${to}`, reason];
  return (
    <div class="row">
      <span class="row-text">
        <span class="row-title">{days}</span>
        <span class="hint">{details.filter(Boolean).join(' · ')}</span>
        <Problem>{removing.problem}</Problem>
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={text().removeException(days)}
        disabled={removing.busy}
        onClick={() => removing.run(exception.id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

interface SheetProps {
  kind: WorkingException['kind'];
  today: string;
  onClose: () => void;
}

function ExceptionSheet({ kind, today, onClose }: SheetProps) {
  const [first, setFirst] = useState(today);
  const [last, setLast] = useState(today);
  const [part, setPart] = useState<'whole' | 'hours'>(kind === 'off' ? 'whole' : 'hours');
  const [from, setFrom] = useState('10:00');
  const [to, setTo] = useState('14:00');
  const [reason, setReason] = useState('');
  const saving = useAction(api.addException, (added) => {
    const booked = added.conflicts?.length ?? 0;
    toast(booked > 0 ? text().exceptionConflicts(booked) : text().exceptionSaved);
    onClose();
  });

  function save(): void {
    const wish: NewException = { kind, date_from: first, date_to: last, reason: reason.trim() };
    saving.run(part === 'hours' ? { ...wish, from, to } : wish);
  }

  return (
    <Sheet title={kind === 'off' ? text().addOff : text().addExtra} onClose={onClose}>
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
      {kind === 'off' && (
        <Chips
          label={text().offFor}
          options={[
            { value: 'whole', text: text().wholeDays },
            { value: 'hours', text: text().someHours },
          ]}
          value={part}
          onChange={(value) => setPart(value === 'hours' ? 'hours' : 'whole')}
        />
      )}
      {part === 'hours' && (
        <>
          <Field label={text().from}>
            <input type="time" value={from} onInput={(event) => setFrom(event.currentTarget.value || from)} />
          </Field>
          <Field label={text().to}>
            <input type="time" value={to} onInput={(event) => setTo(event.currentTarget.value || to)} />
          </Field>
        </>
      )}
      <Field label={text().exceptionReason} hint={text().onlyForYou}>
        <input value={reason} maxLength={200} onInput={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <Problem>{last < first || (part === 'hours' && to <= from) ? text().badOrder : saving.problem}</Problem>
      <MainAction
        text={common().save}
        disabled={last < first || (part === 'hours' && to <= from)}
        busy={saving.busy}
        onPress={save}
      />
    </Sheet>
  );
}
