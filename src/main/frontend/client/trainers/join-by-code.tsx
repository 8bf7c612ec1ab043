import { useEffect } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Me } from '../../shared/api/types';
import { go } from '../../shared/route';
import { welcome } from '../../shared/session';
import { askToWrite } from '../../shared/telegram/environment';
import { Alone, Skeleton } from '../../shared/ui/feedback';
import { text } from '../text';

/** A printed code opened in the app: whose it is, only the service knows, and so it is followed at once. */
export function JoinByCode({ me, code }: { me: Me; code: string }) {
  const joining = useAction(
    () => api.joinTrainer(code),
    (now) => {
      const known = new Set(me.trainers.map((one) => one.telegram_id));
      const joined = now.trainers.find((one) => !known.has(one.telegram_id));
      welcome(now);
      askToWrite();
      go(joined ? `/trainer/${joined.telegram_id}` : '/trainers');
    },
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
    <Alone title={text().trainersFailed}>
      <p>{joining.problem}</p>
      <button type="button" class="button primary" onClick={() => go('/')}>
        {text().toSessions}
      </button>
    </Alone>
  );
}
