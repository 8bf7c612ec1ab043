import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { QuietHours, Reminders, TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { common } from '../../shared/text/common';
import { Await, Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Field } from '../../shared/ui/parts';
import { useUnsaved } from '../../shared/unsaved';
import { BackLink } from '../back-link';
import { ReminderPreview } from './reminder-preview';
import { text } from './text';

/** The ladder of reminders, what ends it, and the hours in which nobody is disturbed. */
export function RemindersPage({ trainerId }: { trainerId: number }) {
  const profile = useLoad('profile', () => api.trainer(trainerId));
  return (
    <main class="page">
      <BackLink to="/settings" />
      <h1>{text().remindersTitle}</h1>
      <p class="hint">{text().remindersText}</p>
      <Await of={profile} rows={6}>
        {(saved) =>
          saved.reminders &&
          saved.quiet_hours && (
            <RemindersForm
              key={saved.version}
              trainer={saved}
              saved={{ reminders: saved.reminders, quiet_hours: saved.quiet_hours }}
            />
          )
        }
      </Await>
    </main>
  );
}

interface Draft {
  reminders: Reminders;
  quiet_hours: QuietHours;
}

function RemindersForm({ trainer, saved }: { trainer: TrainerProfile; saved: Draft }) {
  const [draft, setDraft] = useState(saved);
  const { reminders, quiet_hours: quiet } = draft;
  const complete = Boolean(reminders.first_at && quiet.from && quiet.to);
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);
  const set = (part: Partial<Reminders>) => setDraft({ ...draft, reminders: { ...reminders, ...part } });
  const setQuiet = (part: Partial<QuietHours>) => setDraft({ ...draft, quiet_hours: { ...quiet, ...part } });
  useUnsaved(changed);
  const saving = useAction(api.saveSettings, () => toast(text().settingsSaved));
  const steps = reminders.enabled && reminders.first_days_before !== null;

  return (
    <>
      <section class="card">
        <label class="switch-row">
          <span>{text().remind}</span>
          <input
            type="checkbox"
            class="switch"
            checked={reminders.enabled}
            onChange={() => set({ enabled: !reminders.enabled })}
          />
        </label>
        {reminders.enabled && (
          <div class="stack">
            <Maybe
              label={text().firstReminder}
              usual={[1, 2, 3, 7]}
              name={text().daysBefore}
              value={reminders.first_days_before}
              onChange={(first_days_before) => set({ first_days_before })}
            />
            {steps && (
              <>
                <Clock label={text().firstAt} value={reminders.first_at} onChange={(first_at) => set({ first_at })} />
                <Maybe
                  label={text().secondReminder}
                  name={text().hoursLater}
                  value={reminders.second_after_hours}
                  onChange={(second_after_hours) => set({ second_after_hours })}
                />
                <Maybe
                  label={text().thirdReminder}
                  name={text().hoursLater}
                  value={reminders.third_after_hours}
                  onChange={(third_after_hours) => set({ third_after_hours })}
                />
                <Maybe
                  label={text().autoCancel}
                  name={text().hoursLater}
                  value={reminders.auto_cancel_after_hours}
                  onChange={(auto_cancel_after_hours) => set({ auto_cancel_after_hours })}
                />
              </>
            )}
            <Maybe
              label={text().headsUp}
              name={(hours) => text().beforeStart(common().hours(hours))}
              value={reminders.heads_up_hours_before}
              onChange={(heads_up_hours_before) => set({ heads_up_hours_before })}
            />
          </div>
        )}
      </section>
      {complete && reminders.enabled && <ReminderPreview trainer={trainer} reminders={reminders} quiet={quiet} />}
      <section class="card">
        <h2 class="section-title">{text().quietTitle}</h2>
        <p class="hint">{text().quietText}</p>
        <div class="pair">
          <Clock label={text().quietFrom} value={quiet.from} onChange={(from) => setQuiet({ from })} />
          <Clock label={text().quietTo} value={quiet.to} onChange={(to) => setQuiet({ to })} />
        </div>
      </section>
      <Problem>{saving.problem}</Problem>
      {changed && complete && (
        <MainAction
          text={common().save}
          busy={saving.busy}
          onPress={() => saving.run(trainer.telegram_id, { ...draft, version: trainer.version ?? 0 })}
        />
      )}
    </>
  );
}

interface MaybeProps {
  label: string;
  usual?: number[];
  name: (value: number) => string;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A number that can be off; the one that is set is offered even if it is unusual. */
function Maybe({ label, usual = [1, 2, 3, 4, 6, 12, 24], name, value, onChange }: MaybeProps) {
  const numbers = [...new Set(value === null ? usual : [...usual, value])].sort((a, b) => a - b);
  return (
    <Field label={label}>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
      >
        <option value="">{text().never}</option>
        {numbers.map((number) => (
          <option key={number} value={number}>
            {name(number)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Clock({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label}>
      <input type="time" value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    </Field>
  );
}
