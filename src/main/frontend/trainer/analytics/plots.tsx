import type { Report } from '../../shared/api/types';
import { money } from '../../shared/text/format';
import { language } from '../../shared/text/language';
import { SIGNS } from '../../shared/ui/parts';
import { Plot } from './plot';
import { barsOf, type Held, held, income, newClients, occupancy, perBar, type Range, sessions, trend } from './series';
import { text } from './text';

const STATUSES: { held: Held; status: keyof typeof SIGNS }[] = [
  { held: 'completed', status: 'COMPLETED' },
  { held: 'confirmed', status: 'CONFIRMED' },
  { held: 'pending', status: 'PENDING' },
  { held: 'no_show', status: 'NO_SHOW' },
];

interface Props {
  of: Report;
  range: Range;
  /** The report of the days before, once it is there. */
  earlier: Report | undefined;
}

export function Plots({ of: report, range, earlier }: Props) {
  const { total } = report;
  const { currency } = total.income;
  const each = perBar(range);
  const against = (figure: typeof sessions) => earlier && trend(figure([total]), figure([earlier.total]));
  const hours = (minutes: number) => Math.round(minutes / 60);
  const percent = (value: number) => `${value}\u00a0%`;
  const one = (name: string) => [{ look: 'plain', name }];
  return (
    <>
      <Patterns />
      <Plot
        title={text().sessions}
        total={String(sessions([total]))}
        trend={against(sessions)}
        hint={text().missed(total.sessions.cancelled, total.sessions.no_show)}
        kinds={STATUSES.map((kind) => ({
          look: kind.held,
          name: text().held[kind.held],
          sign: SIGNS[kind.status],
        }))}
        bars={barsOf(
          report,
          each,
          STATUSES.map((kind) => held(kind.held)),
        )}
        format={text().sessionCount}
        shortFormat={String}
      />
      <Plot
        title={text().income}
        total={money(total.income)}
        trend={against(income)}
        hint={text().received(money(total.received))}
        kinds={one(text().income)}
        bars={barsOf(report, each, [income])}
        format={(amount) => money({ amount, currency })}
        shortFormat={(amount) => compact(amount / 100)}
      />
      <Plot
        title={text().occupancy}
        total={percent(occupancy([total]))}
        hint={
          total.working_minutes > 0
            ? text().ofHours(hours(total.occupied_minutes), hours(total.working_minutes))
            : text().noHours
        }
        kinds={one(text().occupancy)}
        bars={barsOf(report, each, [occupancy])}
        top={100}
        format={percent}
      />
      <Plot
        title={text().newClients}
        total={String(total.new_clients)}
        trend={against(newClients)}
        kinds={one(text().newClients)}
        bars={barsOf(report, each, [newClients])}
        format={text().clientCount}
        shortFormat={String}
      />
    </>
  );
}

/** «20 тыс.», “20K” */
function compact(value: number): string {
  return new Intl.NumberFormat(language.value, { notation: 'compact' }).format(value);
}

/** What tells the kinds apart for who does not see their colours. */
function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-line" width="2.5" height="5" />
      </pattern>
      <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
        <circle class="dot" cx="2.5" cy="2.5" r="1.5" />
      </pattern>
    </svg>
  );
}
