import { useState } from 'preact/hooks';
import { go } from '../../shared/route';
import { haptic } from '../../shared/telegram/environment';
import { type LocalDate, monthAndYear } from '../../shared/text/time';
import { Icon } from '../../shared/ui/icon';
import { lazySheet } from '../lazy';
import { monthOf } from './calendar';
import { text } from './text';

const MonthSheet = lazySheet(
  () => text().days,
  () => import('./month-sheet').then((module) => module.MonthSheet),
);

type View = 'day' | 'week';

/** The address of a day, or of its week. */
export function pathTo(view: View, date: LocalDate, today: LocalDate): string {
  if (view === 'week') return `/week/${date}`;
  return date === today ? '/' : `/day/${date}`;
}

/** Which month one is in, the way to any other day, and the choice between a day and its week. */
export function ViewBar(props: { trainerId: number; view: View; date: LocalDate; today: LocalDate }) {
  const { trainerId, view, date, today } = props;
  const [leafing, setLeafing] = useState(false);
  const month = monthAndYear(monthOf(date));
  return (
    <div class="days-head">
      <button type="button" class="month-button" onClick={() => setLeafing(true)}>
        {month}
        <span class="sr-only">{text().pickDate}</span>
        <Icon name="chevron" />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no flex box in older web views */}
      <div class="segments" role="group" aria-label={text().views}>
        {(['day', 'week'] as const).map((one) => (
          <button
            key={one}
            type="button"
            class="segment"
            aria-pressed={one === view}
            onClick={() => {
              haptic('select');
              go(pathTo(one, date, today));
            }}
          >
            {text().view[one]}
          </button>
        ))}
      </div>
      {leafing && (
        <MonthSheet
          trainerId={trainerId}
          date={date}
          today={today}
          onPick={(picked) => {
            setLeafing(false);
            haptic('select');
            go(pathTo(view, picked, today));
          }}
          onClose={() => setLeafing(false)}
        />
      )}
    </div>
  );
}
