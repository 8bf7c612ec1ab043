import { useRef, useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { SelfBooking, TrainerProfile } from '../../shared/api/types';
import { CalendarRow } from '../../shared/calendar/calendar-row';
import { useLoad } from '../../shared/data';
import { go } from '../../shared/route';
import { refreshMe } from '../../shared/session';
import { common } from '../../shared/text/common';
import { knownZones, zoneCity } from '../../shared/text/zones';
import { Await, Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Chips, Field, Row } from '../../shared/ui/parts';
import { useUnsaved } from '../../shared/unsaved';
import { text } from '../text';
import { changes, type Draft, draftOf } from './draft';

export function SettingsPage({ trainerId }: { trainerId: number }) {
  const profile = useLoad('profile', () => api.trainer(trainerId));
  const hours = useLoad('hours', api.workingHours);
  const days = new Set(hours.data?.items.map((rule) => rule.weekday)).size;
  return (
    <main class="page with-tabs">
      <h1>{text().tabs.settings}</h1>
      <div class="card flush">
        <Row
          title={text().hoursTitle}
          detail={hours.data && (days > 0 ? text().weekHours(days) : text().weekNotSet)}
          onPress={() => go('/settings/hours')}
        />
        <Row title={text().exceptionsTitle} onPress={() => go('/settings/exceptions')} />
        <Row title={text().remindersTitle} onPress={() => go('/settings/reminders')} />
        <CalendarRow />
      </div>
      <Await of={profile} rows={6}>
        {(loaded) => <SettingsForm key={loaded.version} saved={loaded} />}
      </Await>
    </main>
  );
}

function SettingsForm({ saved }: { saved: TrainerProfile }) {
  const [draft, setDraft] = useState<Draft>(draftOf(saved));
  const price = useRef<HTMLInputElement>(null);
  const changed = changes(saved, draft);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  useUnsaved(changed !== 'none');
  const saving = useAction(api.saveSettings, () => {
    toast(text().settingsSaved);
    refreshMe();
  });

  return (
    <>
      <section class="card">
        <h2 class="section-title">{text().session}</h2>
        <Field label={text().sessionPrice}>
          <input
            inputMode="decimal"
            ref={price}
            value={draft.price}
            onInput={(event) => set({ price: event.currentTarget.value })}
          />
        </Field>
        <Problem>{changed === 'bad_price' && common().checkPrice}</Problem>
        <Chips
          wrap
          label={text().length}
          options={choices([30, 45, 60, 90, 120], saved.session_minutes, common().minutes)}
          value={draft.session_minutes}
          onChange={(session_minutes) => set({ session_minutes })}
        />
        <Chips
          wrap
          label={text().step}
          options={choices([15, 30, 60], saved.slot_step_minutes ?? 30, common().minutes)}
          value={draft.slot_step_minutes}
          onChange={(slot_step_minutes) => set({ slot_step_minutes })}
        />
      </section>
      <section class="card">
        <h2 class="section-title">{text().booking}</h2>
        <Chips<SelfBooking>
          label={text().selfBooking}
          wrap
          options={(['instant', 'request', 'off'] as const).map((value) => ({
            value,
            text: text().selfBookingOptions[value],
          }))}
          value={draft.self_booking}
          onChange={(self_booking) => set({ self_booking })}
        />
        <p class="hint">{text().selfBookingHint[draft.self_booking]}</p>
        <Select
          label={text().notice}
          options={choices([0, 1, 2, 3, 6, 12, 24, 48], saved.min_notice_hours, beforeStart)}
          value={draft.min_notice_hours}
          onChange={(min_notice_hours) => set({ min_notice_hours })}
        />
        <Select
          label={text().advance}
          options={choices([7, 14, 30, 60, 90], saved.max_advance_days, text().dayCount)}
          value={draft.max_advance_days}
          onChange={(max_advance_days) => set({ max_advance_days })}
        />
        <Select
          label={text().charge}
          options={choices([0, 3, 6, 12, 24, 48], saved.charge_hours_before, beforeStart)}
          value={draft.charge_hours_before}
          onChange={(charge_hours_before) => set({ charge_hours_before })}
        />
      </section>
      <section class="card">
        <h2 class="section-title">{text().about}</h2>
        <Field label={text().aboutLabel}>
          <textarea
            rows={3}
            maxLength={1000}
            value={draft.about}
            onInput={(event) => set({ about: event.currentTarget.value })}
          />
        </Field>
        <Field label={text().place}>
          <input maxLength={200} value={draft.place} onInput={(event) => set({ place: event.currentTarget.value })} />
        </Field>
        <Select
          label={text().zone}
          options={[...new Set([...knownZones, saved.timezone])].map((value) => ({ value, text: zoneCity(value) }))}
          value={draft.timezone}
          onChange={(timezone) => set({ timezone })}
        />
        <label class="switch-row">
          <span>{text().listed}</span>
          <input
            type="checkbox"
            class="switch"
            checked={draft.listed}
            onChange={() => set({ listed: !draft.listed })}
          />
        </label>
      </section>
      <Problem>{saving.problem}</Problem>
      {changed !== 'none' && (
        <MainAction
          text={common().save}
          busy={saving.busy}
          onPress={() =>
            // The price may be far above: a faded button would not say what is wrong.
            changed === 'bad_price' ? price.current?.focus() : saving.run(saved.telegram_id, changed)
          }
        />
      )}
    </>
  );
}

function beforeStart(hours: number): string {
  return hours === 0 ? text().atStart : text().beforeStart(common().hours(hours));
}

/** The usual values and the one that is set, even if it is unusual. */
function choices(usual: number[], present: number, name: (value: number) => string) {
  return [...new Set([...usual, present])].sort((a, b) => a - b).map((value) => ({ value, text: name(value) }));
}

interface SelectProps<T> {
  label: string;
  options: { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}

function Select<T extends string | number>({ label, options, value, onChange }: SelectProps<T>) {
  return (
    <Field label={label}>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}
