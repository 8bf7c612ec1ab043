import { useState } from 'preact/hooks';
import { haptic } from '../../shared/telegram/environment';
import { addDays, type LocalDate, shortDate } from '../../shared/text/time';
import { Icon } from '../../shared/ui/icon';
import { Chips, Field } from '../../shared/ui/parts';
import { daysIn, PERIODS, type Period, type Range, rangeOf } from './series';
import { text } from './text';

const LONGEST_DAYS = 366;

type Choice = Period | 'own';

/** A usual period with the ones before it, or any days. */
export function PeriodChoice({
  today,
  value,
  onChange,
}: {
  today: LocalDate;
  value: Range;
  onChange: (range: Range) => void;
}) {
  const [choice, setChoice] = useState<Choice>('month');
  const [earlier, setEarlier] = useState(0);

  function choose(chosen: Choice): void {
    haptic('select');
    setChoice(chosen);
    setEarlier(0);
    if (chosen !== 'own') onChange(rangeOf(chosen, today));
  }
  function leaf(period: Period, by: number): void {
    haptic('select');
    setEarlier(earlier + by);
    onChange(rangeOf(period, today, earlier + by));
  }

  return (
    <>
      <Chips<Choice>
        label={text().period}
        options={([...Object.keys(PERIODS), 'own'] as Choice[]).map((one) => ({
          value: one,
          text: text().periods[one],
        }))}
        value={choice}
        onChange={choose}
      />
      {choice === 'own' ? (
        <OwnDays today={today} value={value} onChange={onChange} />
      ) : (
        <div class="leaf">
          <button type="button" class="icon-button flip" aria-label={text().earlier} onClick={() => leaf(choice, 1)}>
            <Icon name="chevron" />
          </button>
          <span aria-live="polite">{`${shortDate(value.from)} – ${shortDate(value.to)}`}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={text().later}
            disabled={earlier === 0}
            onClick={() => leaf(choice, -1)}
          >
            <Icon name="chevron" />
          </button>
        </div>
      )}
    </>
  );
}

function OwnDays({ today, value, onChange }: { today: LocalDate; value: Range; onChange: (range: Range) => void }) {
  function set(range: Range): void {
    if (!range.from || !range.to || range.from > range.to) return;
    const tooLong = daysIn(range) > LONGEST_DAYS;
    onChange(tooLong ? { ...range, from: addDays(range.to, 1 - LONGEST_DAYS) } : range);
  }
  return (
    <div class="pair">
      <Field label={text().from}>
        <input
          type="date"
          value={value.from}
          max={value.to}
          onChange={(event) => set({ ...value, from: event.currentTarget.value })}
        />
      </Field>
      <Field label={text().to}>
        <input
          type="date"
          value={value.to}
          min={value.from}
          max={addDays(today, LONGEST_DAYS)}
          onChange={(event) => set({ ...value, to: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}
