import type { Day, DayItem, Span, TrainerProfile } from '../../shared/api/types';
import { statusWord } from '../../shared/text/common';
import { fullName } from '../../shared/text/format';
import { type LocalDate, time } from '../../shared/text/time';
import { SIGNS } from '../../shared/ui/parts';
import { Spoken } from '../spoken';
import type { Opened } from './day-sheets';
import { text } from './text';
import { minutesOf, rowsOf } from './timeline';
import { isAnswered } from './underway';
import { minutesIn } from './week-hours';

interface Props {
  day: Day;
  date: LocalDate;
  /** The first hour that is shown. */
  from: number;
  now: Date;
  isToday: boolean;
  trainer: TrainerProfile;
  onOpen: (opened: Opened) => void;
}

/** A day of the week, to the scale of the clock. */
export function WeekColumn({ day, date, from, now, isToday, trainer, onOpen }: Props) {
  const zone = trainer.timezone;
  const place = (span: Span) => {
    const [start, end] = minutesIn(span, date, zone);
    return { '--from': (start - from * 60) / 60, '--length': (end - start) / 60 };
  };
  return (
    <div class="week-column">
      {day.working.map((span) => (
        <i key={span.starts_at} class="week-working" style={place(span)} aria-hidden="true" />
      ))}
      {rowsOf(day, now, trainer).map((row) =>
        row.kind === 'item' ? (
          <Item key={row.starts_at} of={row.item} zone={zone} style={place(row)} onOpen={onOpen} />
        ) : (
          row.kind === 'free' &&
          isTappable(row, trainer) && (
            <button
              key={row.starts_at}
              type="button"
              class="week-item free"
              style={place(row)}
              data-testid="free"
              aria-label={text().bookAt(time(row.starts_at, zone))}
              onClick={() =>
                onOpen({ sheet: 'book', date, start: row.starts_at, free: row.within, working: day.working })
              }
            />
          )
        ),
      )}
      {isToday && (
        <i
          class="week-now"
          style={place({ starts_at: now.toISOString(), ends_at: now.toISOString() })}
          aria-hidden="true"
        />
      )}
    </div>
  );
}

/** A rest shorter than a session is too low for a finger; the day offers it. */
function isTappable(row: Span, trainer: TrainerProfile): boolean {
  return minutesOf(row) >= trainer.session_minutes;
}

interface ItemProps {
  of: DayItem;
  zone: string;
  style: Record<string, number>;
  onOpen: (opened: Opened) => void;
}

function Item({ of: item, zone, style, onOpen }: ItemProps) {
  const { booking, block } = item;
  const when = `${time(item.starts_at, zone)}–${time(item.ends_at, zone)}`;
  if (booking) {
    return (
      <button
        type="button"
        class={`week-item booking ${booking.status.toLowerCase()}`}
        style={style}
        data-testid="booking"
        aria-busy={!isAnswered(booking)}
        onClick={() => isAnswered(booking) && onOpen({ sheet: 'booking', id: booking.id })}
      >
        <Spoken as={[fullName(booking.client), when, statusWord(booking, 'trainer')].join(', ')}>
          <b class="sign">{SIGNS[booking.status]}</b>
          <span>{booking.client.first_name}</span>
        </Spoken>
      </button>
    );
  }
  const name = item.kind === 'class' ? text().classSession : block?.reason || text().blocked;
  return (
    <button
      type="button"
      class={`week-item ${item.kind}`}
      style={style}
      data-testid={item.kind}
      disabled={!block}
      onClick={() => block && onOpen({ sheet: 'blocked', item })}
    >
      <Spoken as={`${name}, ${when}`}>{name}</Spoken>
    </button>
  );
}
