import type { TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { Await } from '../../shared/ui/feedback';

/** The first load goes without what few open. */
export function LazyAnalyticsPage({ trainer }: { trainer: TrainerProfile }) {
  const code = useLoad('analytics-code', () => import('./analytics-page'));
  return code.data ? (
    <code.data.AnalyticsPage trainer={trainer} />
  ) : (
    <main class="page with-tabs">
      <Await of={code} rows={4}>
        {() => null}
      </Await>
    </main>
  );
}
