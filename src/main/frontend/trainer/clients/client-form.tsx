import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Money, RosterClient } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { money, parseRubles, rubles } from '../../shared/text/format';
import { Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Field } from '../../shared/ui/parts';
import { useUnsaved } from '../../shared/unsaved';
import { text } from './text';

/** What a trainer writes down about a client: a note, a price of their own, and whether they still come. */
export function ClientForm({ trainerId, saved, price }: { trainerId: number; saved: RosterClient; price: Money }) {
  const before = { note: saved.note ?? '', price: saved.price ? rubles(saved.price) : '', archived: saved.archived };
  const [draft, setDraft] = useState(before);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  const own = draft.price.trim() ? parseRubles(draft.price) : undefined;
  useUnsaved(changed);
  const saving = useAction(api.saveRosterClient, () => toast(text().saved));

  function save(): void {
    if (own === null) return;
    saving.run(trainerId, saved.client.telegram_id, {
      note: draft.note.trim() || null,
      price: own ?? null,
      archived: draft.archived,
      version: saved.version,
    });
  }

  return (
    <section class="card">
      <Field label={common().note} hint={text().onlyForYou}>
        <textarea
          rows={3}
          maxLength={2000}
          value={draft.note}
          onInput={(event) => set({ note: event.currentTarget.value })}
        />
      </Field>
      <Field label={text().clientPrice} hint={text().usualPrice(money(price))}>
        <input
          inputMode="decimal"
          value={draft.price}
          placeholder={rubles(price)}
          onInput={(event) => set({ price: event.currentTarget.value })}
        />
      </Field>
      <label class="switch-row">
        <span>{text().inArchive}</span>
        <input
          type="checkbox"
          class="switch"
          checked={draft.archived}
          onChange={() => set({ archived: !draft.archived })}
        />
      </label>
      <Problem>{own === null ? common().checkPrice : saving.problem}</Problem>
      {changed && <MainAction text={common().save} busy={saving.busy} onPress={save} />}
    </section>
  );
}
