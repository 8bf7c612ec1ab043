import { useEffect } from 'preact/hooks';
import { useAction } from '../shared/action';
import { api } from '../shared/api/calls';
import { go } from '../shared/route';
import { refreshMe } from '../shared/session';
import { Empty, Skeleton } from '../shared/ui/feedback';
import { text } from './text';

/** A trainer's link opened in the app: become their client, then book. */
export function JoinPage({ code, trainerId }: { code: string; trainerId: number }) {
  const joining = useAction(
    async () => {
      await api.joinTrainer(code);
      await refreshMe();
    },
    () => go(`/book/${trainerId}`),
  );
  useEffect(() => {
    joining.run();
  }, []);

  if (!joining.problem) {
    return (
      <main class="page">
        <h1>{text().joining}</h1>
        <Skeleton />
      </main>
    );
  }
  return (
    <Empty title={text().trainersFailed}>
      <p>{joining.problem}</p>
      <button type="button" class="button primary" onClick={() => go('/')}>
        {text().toSessions}
      </button>
    </Empty>
  );
}
