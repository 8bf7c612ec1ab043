import { useState } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon';
import { text } from './text';
import { faults, type Interval, nextInterval, timesFrom } from './week';

interface Props {
  name: string;
  intervals: Interval[];
  onChange: (intervals: Interval[]) => void;
  onCopy: () => void;
}

/** The working hours of one weekday: in a line, and open to be edited. */
export function DayEditor({ name, intervals, onChange, onCopy }: Props) {
  const next = nextInterval(intervals);
  const wrong = faults(intervals);
  const works = intervals.length > 0;
  const [open, setOpen] = useState(false);
  const shown = works && (open || wrong.some(Boolean));
  const replace = (index: number, interval: Interval) =>
    onChange(intervals.map((old, at) => (at === index ? interval : old)));

  return (
    <section class="card weekday" aria-label={name}>
      <div class="weekday-head">
        <button
          type="button"
          class="weekday-name"
          aria-expanded={shown}
          disabled={!works}
          onClick={() => setOpen(!open)}
        >
          <strong>{name}</strong>
          <span class="hint">
            {works ? intervals.map(({ from, to }) => `${from}–${to}`).join(', ') : text().dayOff}
          </span>
        </button>
        <label class="weekday-switch">
          <input
            type="checkbox"
            class="switch"
            aria-label={text().works(name)}
            checked={works}
            onChange={() => {
              setOpen(!works);
              onChange(works || !next ? [] : [next]);
            }}
          />
        </label>
      </div>
      {shown &&
        intervals.map((interval, index) => (
          // Intervals have no identity but their place.
          <div key={index} class="interval">
            <TimeSelect
              label={text().from}
              first="00:00"
              last="23:45"
              value={interval.from}
              onChange={(from) => replace(index, { ...interval, from })}
            />
            <span aria-hidden="true">–</span>
            <TimeSelect
              label={text().to}
              first="00:15"
              last="24:00"
              value={interval.to}
              onChange={(to) => replace(index, { ...interval, to })}
            />
            <button
              type="button"
              class="icon-button"
              aria-label={text().removeInterval}
              onClick={() => onChange(intervals.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </button>
            {wrong[index] && <p class="problem">{wrong[index] === 'order' ? text().badOrder : text().overlap}</p>}
          </div>
        ))}
      {shown && (
        <div class="weekday-actions">
          {next && (
            <button type="button" class="button link" onClick={() => onChange([...intervals, next])}>
              {text().addInterval}
            </button>
          )}
          <button type="button" class="button link" onClick={onCopy}>
            {text().copyDay}
          </button>
        </div>
      )}
    </section>
  );
}

interface TimeSelectProps {
  label: string;
  first: string;
  last: string;
  value: string;
  onChange: (value: string) => void;
}

function TimeSelect({ label, first, last, value, onChange }: TimeSelectProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {timesFrom(first, last, value).map((time) => (
        <option key={time} value={time}>
          {time}
        </option>
      ))}
    </select>
  );
}
