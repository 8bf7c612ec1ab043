import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Report, TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go } from '../../shared/route';
import { fullName, money } from '../../shared/text/format';
import { localDate } from '../../shared/text/time';
import { Await, Problem, toast } from '../../shared/ui/feedback';
import { Avatar, Row } from '../../shared/ui/parts';
import { PeriodChoice } from './period-choice';
import { Plots } from './plots';
import { before, type Range, rangeOf } from './series';
import { text } from './text';

export function AnalyticsPage({ trainer }: { trainer: TrainerProfile }) {
  const id = trainer.telegram_id;
  const today = localDate(useNow(), trainer.timezone);
  const [range, setRange] = useState<Range>(() => rangeOf('month', today));
  const report = useReport(id, range);
  const earlier = useReport(id, before(range));
  return (
    <main class="page with-tabs">
      <h1>{text().title}</h1>
      <PeriodChoice today={today} value={range} onChange={setRange} />
      <Await of={report} rows={4}>
        {(loaded) => (
          <>
            <Plots key={range.from + range.to} of={loaded} range={range} earlier={earlier.data} />
            <TopClients of={loaded.top_clients} />
          </>
        )}
      </Await>
      <SendFile trainerId={id} range={range} />
    </main>
  );
}

function useReport(trainerId: number, { from, to }: Range) {
  return useLoad(`report/${from}/${to}`, () => api.report(trainerId, from, to));
}

function TopClients({ of: top }: { of: Report['top_clients'] }) {
  return (
    <section>
      <h2 class="section-title">{text().topClients}</h2>
      {top.length === 0 && <p class="hint">{text().nobody}</p>}
      <div class="card flush">
        {top.slice(0, 5).map(({ client, sessions: count, income: sum }) => (
          <Row
            key={client.telegram_id}
            lead={<Avatar of={client} />}
            title={fullName(client)}
            detail={text().sessionCount(count)}
            value={money(sum)}
            onPress={() => go(`/clients/${client.telegram_id}`)}
          />
        ))}
      </div>
    </section>
  );
}

function SendFile({ trainerId, range: { from, to } }: { trainerId: number; range: Range }) {
  const sending = useAction(api.sendFile, () => toast(text().sent));
  const send = (format: 'csv' | 'xlsx') => sending.run(trainerId, format, from, to);
  return (
    <section class="card">
      <h2 class="section-title">{text().file}</h2>
      <p class="hint">{text().fileText}</p>
      <Problem>{sending.problem}</Problem>
      <button
        type="button"
        class="button primary"
        disabled={sending.busy}
        aria-busy={sending.busy}
        onClick={() => send('xlsx')}
      >
        {text().sendXlsx}
      </button>
      <button type="button" class="button quiet" disabled={sending.busy} onClick={() => send('csv')}>
        {text().sendCsv}
      </button>
    </section>
  );
}
