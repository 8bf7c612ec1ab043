import { useState } from 'preact/hooks';
import { haptic } from '../../shared/telegram/environment';
import { addDays, dayOfMonth, type LocalDate, monthAndYear, weekdayName, weekdayOf } from '../../shared/text/time';
import { Icon } from '../../shared/ui/icon';
import { Sheet } from '../../shared/ui/sheet';
import { Spoken } from '../spoken';
import { useBusyDays } from './busy-days';
import { addMonths, monthOf, weeksOf } from './calendar';
import { text } from './text';

interface Props {
  trainerId: number;
  date: LocalDate;
  today: LocalDate;
  onPick: (date: LocalDate) => void;
  onClose: () => void;
}

/** A jump to any day: months to leaf through, with the busy days marked. */
export function MonthSheet({ trainerId, date, today, onPick, onClose }: Props) {
  const [month, setMonth] = useState(monthOf(date));
  const weeks = weeksOf(month);
  const first = weeks[0]?.[0] ?? date;
  const figures = useBusyDays(trainerId, first, addDays(first, weeks.length * 7 - 1));
  const leaf = (by: number) => {
    haptic('select');
    setMonth(addMonths(month, by));
  };

  return (
    <Sheet title={monthAndYear(month)} onClose={onClose}>
      <table class="month">
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col" abbr={weekdayName(weekdayOf(day))}>
                {weekdayName(weekdayOf(day), 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    class={`month-day ${day === today ? 'today' : ''} ${figures.isOff(day) ? 'off' : ''} ${monthOf(day) === month ? '' : 'beyond'}`}
                    aria-pressed={day === date}
                    aria-current={day === today ? 'date' : undefined}
                    onClick={() => onPick(day)}
                  >
                    <Spoken as={figures.name(day)}>{dayOfMonth(day)}</Spoken>
                    {figures.sessions(day) > 0 && <i class="pill-dot" aria-hidden="true" />}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="leaf">
        <button type="button" class="icon-button flip" aria-label={text().earlierMonth} onClick={() => leaf(-1)}>
          <Icon name="chevron" />
        </button>
        <button type="button" class="button link" onClick={() => onPick(today)}>
          {text().goToToday}
        </button>
        <button type="button" class="icon-button" aria-label={text().laterMonth} onClick={() => leaf(1)}>
          <Icon name="chevron" />
        </button>
      </div>
    </Sheet>
  );
}
