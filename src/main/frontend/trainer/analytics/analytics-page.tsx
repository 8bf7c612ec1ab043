import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Report, TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { fullName, money } from '../../shared/text/format';
import { type LocalDate, localDate } from '../../shared/text/time';
import { Await, Problem, toast } from '../../shared/ui/feedback';
import { Avatar, Chips } from '../../shared/ui/parts';
import { Plot } from './plot';
import { barsOf, firstDay, income, newClients, occupancy, PERIODS, type Period, sessions } from './series';
import { text } from './text';

export function AnalyticsPage({ trainer }: { trainer: TrainerProfile }) {
  const [period, setPeriod] = useState<Period>('month');
  const to = localDate(useNow(), trainer.timezone);
  const from = firstDay(period, to);
  const report = useLoad(`report/${from}/${to}`, () => api.report(trainer.telegram_id, from, to));
  return (
    <main class="page with-tabs">
      <h1>{text().title}</h1>
      <Chips<Period>
        label={text().period}
        options={(Object.keys(PERIODS) as Period[]).map((value) => ({ value, text: text().periods[value] }))}
        value={period}
        onChange={setPeriod}
      />
      <Await of={report} rows={4}>
        {(loaded) => (
          <>
            <Plots key={period} of={loaded} perBar={PERIODS[period].perBar} />
            <TopClients of={loaded.top_clients} />
          </>
        )}
      </Await>
      <SendFile trainerId={trainer.telegram_id} from={from} to={to} />
    </main>
  );
}

function Plots({ of: report, perBar }: { of: Report; perBar: number }) {
  const { total } = report;
  const rubles = (amount: number) => money({ amount, currency: total.income.currency });
  const hours = (minutes: number) => Math.round(minutes / 60);
  return (
    <>
      <Plot
        title={text().sessions}
        total={String(sessions([total]))}
        hint={text().missed(total.sessions.cancelled, total.sessions.no_show)}
        bars={barsOf(report, perBar, sessions)}
        format={text().sessionCount}
      />
      <Plot
        title={text().income}
        total={money(total.income)}
        hint={text().received(money(total.received))}
        bars={barsOf(report, perBar, income)}
        format={rubles}
      />
      <Plot
        title={text().occupancy}
        total={`${occupancy([total])}\u00a0%`}
        hint={
          total.working_minutes > 0
            ? text().ofHours(hours(total.occupied_minutes), hours(total.working_minutes))
            : text().noHours
        }
        bars={barsOf(report, perBar, occupancy)}
        format={(value) => `${value}\u00a0%`}
      />
      <Plot
        title={text().newClients}
        total={String(total.new_clients)}
        bars={barsOf(report, perBar, newClients)}
        format={String}
      />
    </>
  );
}

function TopClients({ of: top }: { of: Report['top_clients'] }) {
  return (
    <section class="card">
      <h2 class="section-title">{text().topClients}</h2>
      {top.length === 0 && <p class="hint">{text().nobody}</p>}
      {top.slice(0, 5).map(({ client, sessions: count, income: sum }) => (
        <div key={client.telegram_id} class="person">
          <Avatar of={client} />
          <span class="row-text">
            <span>{fullName(client)}</span>
            <span class="hint">{text().sessionCount(count)}</span>
          </span>
          <span class="row-value">{money(sum)}</span>
        </div>
      ))}
    </section>
  );
}

function SendFile({ trainerId, from, to }: { trainerId: number; from: LocalDate; to: LocalDate }) {
  const sending = useAction(api.sendFile, () => toast(text().sent));
  const send = (format: 'csv' | 'xlsx') => sending.run(trainerId, format, from, to);
  return (
    <section class="card">
      <h2 class="section-title">{text().file}</h2>
      <p class="hint">{text().fileText}</p>
      <Problem>{sending.problem}</Problem>
      <button type="button" class="button primary" disabled={sending.busy} onClick={() => send('xlsx')}>
        {text().sendXlsx}
      </button>
      <button type="button" class="button quiet" disabled={sending.busy} onClick={() => send('csv')}>
        {text().sendCsv}
      </button>
    </section>
  );
}
