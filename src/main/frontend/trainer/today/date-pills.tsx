import { useEffect, useRef } from 'preact/hooks';
import { haptic } from '../../shared/telegram/environment';
import { addDays, dayOfMonth, type LocalDate, weekdayOf, weekdayShort } from '../../shared/text/time';
import { Spoken } from '../spoken';
import { useBusyDays } from './busy-days';
import { text } from './text';

const DAYS_BACK = 7;
const DAYS_AHEAD = 28;

/** A strip of days around today, or around a day picked beyond it. */
export function DatePills({
  trainerId,
  date,
  today,
  onPick,
}: {
  trainerId: number;
  date: LocalDate;
  today: LocalDate;
  onPick: (date: LocalDate) => void;
}) {
  const strip = useRef<HTMLDivElement>(null);
  const isNear = date >= addDays(today, -DAYS_BACK) && date <= addDays(today, DAYS_AHEAD);
  const first = addDays(isNear ? today : date, -DAYS_BACK);
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, index) => addDays(first, index));
  const figures = useBusyDays(trainerId, first, addDays(first, DAYS_BACK + DAYS_AHEAD));

  useEffect(() => {
    const chosen = strip.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (strip.current && chosen) {
      strip.current.scrollLeft = chosen.offsetLeft - (strip.current.clientWidth - chosen.clientWidth) / 2;
    }
  }, [date]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not scroll sideways in older web views
    <div class="pills" role="group" aria-label={text().days} ref={strip}>
      {days.map((day) => (
        <button
          key={day}
          type="button"
          class={`pill ${day === today ? 'today' : ''} ${weekdayOf(day) > 5 ? 'weekend' : ''}`}
          aria-pressed={day === date}
          aria-current={day === today ? 'date' : undefined}
          onClick={() => {
            haptic('select');
            onPick(day);
          }}
        >
          <Spoken as={figures.name(day)}>
            <small>{weekdayShort(day)}</small>
            {dayOfMonth(day)}
          </Spoken>
          {figures.sessions(day) > 0 && <i class="pill-dot" aria-hidden="true" />}
        </button>
      ))}
    </div>
  );
}
