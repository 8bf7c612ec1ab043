import { common } from '../../shared/text/common';
import { Chips, Field } from '../../shared/ui/parts';
import { choices, Select } from './select';
import { SettingsPart } from './settings-part';
import { beforeStart, text } from './text';

/** What a session is: how long, how much, when it is paid. */
export function SessionPage({ trainerId }: { trainerId: number }) {
  return (
    <SettingsPart trainerId={trainerId} title={text().session} hint={text().sessionText}>
      {({ saved, draft, set }) => (
        <>
          <Field label={text().sessionPrice}>
            <input
              inputMode="decimal"
              value={draft.price}
              onInput={(event) => set({ price: event.currentTarget.value })}
            />
          </Field>
          <Chips
            wrap
            label={text().length}
            options={choices([30, 45, 60, 90, 120], saved.session_minutes, common().minutes)}
            value={draft.session_minutes}
            onChange={(session_minutes) => set({ session_minutes })}
          />
          <Select
            label={text().charge}
            hint={text().chargeHint}
            options={choices([0, 3, 6, 12, 24, 48], saved.charge_hours_before, beforeStart)}
            value={draft.charge_hours_before}
            onChange={(charge_hours_before) => set({ charge_hours_before })}
          />
        </>
      )}
    </SettingsPart>
  );
}
