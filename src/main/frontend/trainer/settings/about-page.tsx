import { Field } from '../../shared/ui/parts';
import { SettingsPart } from './settings-part';
import { Specialties } from './specialties';
import { text } from './text';

/** What clients read about the trainer. */
export function AboutPage({ trainerId }: { trainerId: number }) {
  return (
    <SettingsPart trainerId={trainerId} title={text().about} hint={text().aboutText}>
      {({ draft, set }) => (
        <>
          <Field label={text().aboutLabel}>
            <textarea
              rows={4}
              maxLength={2000}
              value={draft.about}
              onInput={(event) => set({ about: event.currentTarget.value })}
            />
          </Field>
          <Specialties value={draft.specialties} onChange={(specialties) => set({ specialties })} />
          <Field label={text().place}>
            <input maxLength={200} value={draft.place} onInput={(event) => set({ place: event.currentTarget.value })} />
          </Field>
          <label class="switch-row">
            <span>{text().listed}</span>
            <input
              type="checkbox"
              class="switch"
              checked={draft.listed}
              onChange={() => set({ listed: !draft.listed })}
            />
          </label>
          <p class="hint">{text().listedHint}</p>
        </>
      )}
    </SettingsPart>
  );
}
