import { useEffect, useRef } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import { useLoad } from '../../shared/data';
import { haptic } from '../../shared/telegram/environment';
import {
  addDays,
  dayOfMonth,
  type LocalDate,
  longDate,
  monthName,
  weekdayOf,
  weekdayShort,
} from '../../shared/text/time';
import { Icon } from '../../shared/ui/icon';
import { text } from '../text';

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

  const last = addDays(first, DAYS_BACK + DAYS_AHEAD);
  const figures = useLoad(`days/${first}`, () => api.days(trainerId, first, last));
  const busy = new Map(
    figures.data?.days.map(({ date: day, bookings: { pending, confirmed, completed, no_show } }) => [
      day,
      pending + confirmed + completed + no_show,
    ]),
  );
  const label = (day: LocalDate) => {
    const booked = busy.get(day) ?? 0;
    return booked > 0 ? `${longDate(day)}, ${text().busyDay(booked)}` : longDate(day);
  };

  useEffect(() => {
    const chosen = strip.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (strip.current && chosen) {
      strip.current.scrollLeft = chosen.offsetLeft - (strip.current.clientWidth - chosen.clientWidth) / 2;
    }
  }, [date]);

  return (
    <header class="days-bar">
      <div class="days-head">
        <span class="month">{monthName(date)}</span>
        <label class="icon-button">
          <Icon name="calendar" />
          <input
            type="date"
            class="date-jump"
            aria-label={text().pickDate}
            value={date}
            onChange={(event) => event.currentTarget.value && onPick(event.currentTarget.value)}
          />
        </label>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not scroll sideways in older web views */}
      <div class="pills" role="group" aria-label={text().days} ref={strip}>
        {days.map((day) => (
          <button
            key={day}
            type="button"
            class={`pill ${day === today ? 'today' : ''} ${weekdayOf(day) > 5 ? 'weekend' : ''}`}
            aria-label={label(day)}
            aria-pressed={day === date}
            aria-current={day === today ? 'date' : undefined}
            onClick={() => {
              haptic('select');
              onPick(day);
            }}
          >
            <small>{weekdayShort(day)}</small>
            {dayOfMonth(day)}
            {(busy.get(day) ?? 0) > 0 && <i class="pill-dot" aria-hidden="true" />}
          </button>
        ))}
      </div>
    </header>
  );
}
