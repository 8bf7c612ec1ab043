import type { Booking, DayItem, Span } from '../../shared/api/types';
import { fullName } from '../../shared/text/format';
import { time } from '../../shared/text/time';
import { Icon } from '../../shared/ui/icon';
import { Status } from '../../shared/ui/parts';
import { Spoken } from '../spoken';
import { duration, text } from './text';
import { minutesOf, presentBefore, progress, type Row } from './timeline';
import { isAnswered } from './underway';

interface Handlers {
  onBooking: (booking: Booking) => void;
  onFree: (start: string, within: Span) => void;
  onBlocked: (item: DayItem) => void;
}

interface Props extends Handlers {
  rows: Row[];
  now: Date;
  isToday: boolean;
  zone: string;
}

export function Timeline({ rows, now, isToday, zone, ...handlers }: Props) {
  const present = isToday ? presentBefore(rows, now) : null;
  return (
    <ol class="timeline">
      {rows.map((row, index) => (
        <li key={row.kind + row.ends_at} class={`line ${row.kind} ${goesOn(row, rows[index - 1]) ? 'goes-on' : ''}`}>
          {index === present && <NowLine now={now} zone={zone} />}
          <div class="moment" style={{ '--minutes': Math.min(minutesOf(row), 150) }}>
            <time dateTime={row.starts_at}>{time(row.starts_at, zone)}</time>
            <Line of={row} now={now} zone={zone} {...handlers} />
          </div>
        </li>
      ))}
      {present === rows.length && (
        <li class="line">
          <NowLine now={now} zone={zone} />
        </li>
      )}
    </ol>
  );
}

/** Starts within the same free time stand close together. */
function goesOn(row: Row, before: Row | undefined): boolean {
  return row.kind === 'free' && before?.kind === 'free' && row.within === before.within;
}

function Line({ of: row, now, zone, onBooking, onFree, onBlocked }: { of: Row; now: Date; zone: string } & Handlers) {
  const at = (instant: string) => time(instant, zone);
  switch (row.kind) {
    case 'free':
      return (
        <button type="button" class="slot free" data-testid="free" onClick={() => onFree(row.starts_at, row.within)}>
          <Spoken as={text().bookAt(at(row.starts_at))}>{text().free}</Spoken>
          <Icon name="plus" />
        </button>
      );
    case 'gap':
      return (
        <button type="button" class="slot gap" data-testid="gap" onClick={() => onFree(row.starts_at, row.within)}>
          <Spoken as={text().bookInGap(at(row.starts_at), at(row.ends_at))}>
            {text().gap(at(row.starts_at), at(row.ends_at))}
          </Spoken>
        </button>
      );
    case 'item':
      return <Item of={row.item} now={now} onBooking={onBooking} onBlocked={onBlocked} />;
  }
}

function Item({
  of: item,
  now,
  onBooking,
  onBlocked,
}: { of: DayItem; now: Date } & Pick<Handlers, 'onBooking' | 'onBlocked'>) {
  const { booking, block } = item;
  if (booking) return <BookingCard booking={booking} now={now} onPress={() => onBooking(booking)} />;
  const content = (
    <>
      <Present in={item} now={now} />
      <strong>{item.kind === 'class' ? text().classSession : block?.reason || text().blocked}</strong>
      <span class="hint">{duration(minutesOf(item))}</span>
    </>
  );
  return block ? (
    <button type="button" class="slot blocked" data-testid="blocked" onClick={() => onBlocked(item)}>
      {content}
    </button>
  ) : (
    <div class={`slot ${item.kind}`} data-testid={item.kind}>
      {item.kind === 'class' && <Icon name="people" />}
      {content}
    </div>
  );
}

export function BookingCard({ booking, now, onPress }: { booking: Booking; now?: Date; onPress: () => void }) {
  const zone = booking.timezone;
  const answered = isAnswered(booking);
  return (
    <button
      type="button"
      class={`slot booking ${booking.status.toLowerCase()}`}
      data-testid="booking"
      aria-busy={!answered}
      onClick={() => answered && onPress()}
    >
      {now && <Present in={booking} now={now} />}
      <strong class="slot-name">{fullName(booking.client)}</strong>
      <span class="slot-facts">
        <span class="hint">{`${time(booking.starts_at, zone)}–${time(booking.ends_at, zone)}`}</span>
        <Status of={booking} as="trainer" />
      </span>
    </button>
  );
}

function Present({ in: span, now }: { in: Span; now: Date }) {
  const passed = progress(span, now);
  return passed === null ? null : <span class="now-within" style={{ top: `${passed * 100}%` }} />;
}

function NowLine({ now, zone }: { now: Date; zone: string }) {
  return (
    <div class="now-line" data-testid="now">
      <span>{text().now(time(now, zone))}</span>
    </div>
  );
}
