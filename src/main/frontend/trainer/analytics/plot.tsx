import { useState } from 'preact/hooks';
import { shortDate } from '../../shared/text/time';
import type { Bar } from './series';

interface Props {
  title: string;
  total: string;
  hint?: string | undefined;
  bars: Bar[];
  format: (value: number) => string;
}

/** Bars over time; a tap on one says what it stands for. */
export function Plot({ title, total, hint, bars, format }: Props) {
  const [chosen, choose] = useState<number>();
  const lowest = Math.min(0, ...bars.map((bar) => bar.value));
  const height = Math.max(1, ...bars.map((bar) => bar.value)) - lowest;
  const y = (value: number) => 100 - (100 * (value - lowest)) / height;
  const shown = chosen === undefined ? undefined : bars[chosen];
  return (
    <section class="card plot" aria-label={title}>
      <h2 class="section-title">{title}</h2>
      <p class="plot-total">{total}</p>
      <p class="hint" aria-live="polite">
        {shown ? `${days(shown)}: ${format(shown.value)}` : hint}
      </p>
      <div class="bars">
        {bars.map((bar, index) => (
          <button
            key={bar.from}
            type="button"
            class="bar"
            aria-label={`${days(bar)}: ${format(bar.value)}`}
            aria-pressed={index === chosen}
            onClick={() => choose(index === chosen ? undefined : index)}
          >
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
              <rect
                x="1.2"
                width="7.6"
                y={Math.min(y(bar.value), y(0) - 1)}
                height={Math.max(1, Math.abs(y(0) - y(bar.value)))}
              />
            </svg>
          </button>
        ))}
      </div>
      <p class="plot-ends" aria-hidden="true">
        <span>{shortDate(bars[0]?.from ?? '')}</span>
        <span>{shortDate(bars.at(-1)?.to ?? '')}</span>
      </p>
    </section>
  );
}

function days({ from, to }: Bar): string {
  return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`;
}
