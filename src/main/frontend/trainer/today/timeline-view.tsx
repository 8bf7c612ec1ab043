import type { Booking, DayItem, Span } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { fullName } from '../../shared/text/format';
import { time } from '../../shared/text/time';
import { Icon } from '../../shared/ui/icon';
import { Status } from '../../shared/ui/parts';
import { text } from '../text';
import { minutesOf, progress } from './timeline';

interface Props {
  items: DayItem[];
  now: Date;
  zone: string;
  onBooking: (booking: Booking) => void;
  onFree: (span: Span) => void;
  onBlocked: (item: DayItem) => void;
}

export function Timeline({ items, now, zone, onBooking, onFree, onBlocked }: Props) {
  // The present lies before the first item that is still to come, unless it lies within one.
  const next = items.findIndex((item) => new Date(item.starts_at) >= now);
  const previous = items[next - 1];
  const between = next > 0 && previous && new Date(previous.ends_at) <= now;
  return (
    <ol class="timeline">
      {items.map((item, index) => (
        <li key={item.kind + item.ends_at}>
          {between && index === next && <NowLine />}
          <div class="moment">
            <time dateTime={item.starts_at}>{time(item.starts_at, zone)}</time>
            <Item item={item} now={now} zone={zone} onBooking={onBooking} onFree={onFree} onBlocked={onBlocked} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Item({ item, now, zone, onBooking, onFree, onBlocked }: Omit<Props, 'items'> & { item: DayItem }) {
  switch (item.kind) {
    case 'free':
      return (
        <button
          type="button"
          class="slot free"
          data-testid="free"
          aria-label={text().bookAt(time(item.starts_at, zone))}
          onClick={() => onFree(item)}
        >
          {text().freeFor(duration(minutesOf(item)))}
          <Icon name="plus" />
        </button>
      );
    case 'booking':
      return item.booking ? (
        <BookingCard booking={item.booking} now={now} onPress={() => item.booking && onBooking(item.booking)} />
      ) : null;
    default:
      if (item.block) {
        return (
          <button type="button" class="slot blocked" data-testid="blocked" onClick={() => onBlocked(item)}>
            {item.block.reason || text().blocked}
            <span class="hint">{duration(minutesOf(item))}</span>
          </button>
        );
      }
      return (
        <div class="slot blocked">
          {item.kind === 'class' ? text().classSession : text().blocked}
          <span class="hint">{duration(minutesOf(item))}</span>
        </div>
      );
  }
}

export function BookingCard({ booking, now, onPress }: { booking: Booking; now?: Date; onPress: () => void }) {
  const zone = booking.timezone;
  const passed = now ? progress(booking, now) : null;
  return (
    <button
      type="button"
      class={`slot booking ${booking.status.toLowerCase()}`}
      data-testid="booking"
      onClick={onPress}
    >
      {passed !== null && <span class="now-within" style={{ top: `${passed * 100}%` }} />}
      <strong>{fullName(booking.client)}</strong>
      <span class="hint">{`${time(booking.starts_at, zone)}–${time(booking.ends_at, zone)}`}</span>
      <Status of={booking} />
    </button>
  );
}

function NowLine() {
  return (
    <div class="now-line">
      <span>{text().now}</span>
    </div>
  );
}

/** «1 час 30 мин» */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && common().hours(hours), (rest > 0 || hours === 0) && common().minutes(rest)]
    .filter(Boolean)
    .join(' ');
}
