import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { refreshMe } from '../../shared/session';
import { common } from '../../shared/text/common';
import { Await, Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { useUnsaved } from '../../shared/unsaved';
import { BackLink } from '../back-link';
import { changes, type Draft, draftOf } from './draft';
import { text } from './text';

export interface Form {
  saved: TrainerProfile;
  draft: Draft;
  set: (part: Partial<Draft>) => void;
}

interface Props {
  trainerId: number;
  title: string;
  hint?: string;
  children: (form: Form) => ComponentChildren;
}

/** A page of settings that belong together: read, edited, and saved as one. */
export function SettingsPart({ trainerId, title, hint, children }: Props) {
  const profile = useLoad('profile', () => api.trainer(trainerId));
  return (
    <main class="page">
      <BackLink to="/settings" />
      <h1>{title}</h1>
      {hint && <p class="hint">{hint}</p>}
      <Await of={profile} rows={4}>
        {(saved) => (
          // Another version is another page: what was edited on top of the old one no longer fits.
          <Editor key={saved.version} saved={saved}>
            {children}
          </Editor>
        )}
      </Await>
    </main>
  );
}

function Editor({ saved, children }: { saved: TrainerProfile; children: Props['children'] }) {
  const [draft, setDraft] = useState<Draft>(draftOf(saved));
  const changed = changes(saved, draft);
  useUnsaved(changed !== 'none');
  const saving = useAction(api.saveSettings, () => {
    toast(text().settingsSaved);
    refreshMe();
  });
  return (
    <>
      <section class="card">{children({ saved, draft, set: (part) => setDraft({ ...draft, ...part }) })}</section>
      <Problem>{changed === 'bad_price' ? common().checkPrice : saving.problem}</Problem>
      {changed !== 'none' && (
        <MainAction
          text={common().save}
          disabled={changed === 'bad_price'}
          busy={saving.busy}
          onPress={() => changed !== 'bad_price' && saving.run(saved.telegram_id, changed)}
        />
      )}
    </>
  );
}
