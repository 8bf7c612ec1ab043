import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking, Day, DayItem, Span, TrainerProfile } from '../../shared/api/types';
import { BookingSheet } from '../../shared/booking/booking-sheet';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go, route } from '../../shared/route';
import { addDays, type LocalDate, localDate, longDate, zonesDiffer } from '../../shared/text/time';
import { byZone } from '../../shared/text/zones';
import { Await, Empty } from '../../shared/ui/feedback';
import { hoursFrom } from '../settings/hours-page';
import { text } from '../text';
import { BlockedSheet, BlockSheet } from './block-sheet';
import { BookSheet } from './book-sheet';
import { DatePills } from './date-pills';
import { fromNowOn } from './timeline';
import { BookingCard, Timeline } from './timeline-view';

interface Props {
  trainer: TrainerProfile;
  /** Today when absent. */
  date?: LocalDate | undefined;
  /** The booking that a link leads to. */
  opened?: string | undefined;
  /** Whether the link leads to its move. */
  moving?: boolean;
}

export function DayPage({ trainer, date: asked, opened: linked, moving: toMove = false }: Props) {
  const now = useNow();
  const zone = trainer.timezone;
  const today = localDate(now, zone);
  const date = asked ?? today;
  const id = trainer.telegram_id;
  const day = useLoad(`day/${date}`, () => api.day(id, date));
  const bookings = useLoad(`bookings/${date}`, () => api.trainerBookings(id, date));
  const hours = useLoad('hours', api.workingHours);
  const [booking, setBooking] = useState<string | null>(linked ?? null);
  const [moving, setMoving] = useState(toMove);
  /** Free time to book in; null is any other time. */
  const [free, setFree] = useState<Span | null | undefined>(undefined);

  const [blocking, setBlocking] = useState<Span | null>(null);
  const [blocked, setBlocked] = useState<DayItem | null>(null);

  const cancelled = (bookings.data ?? []).filter((one) => one.status === 'CANCELLED');
  const inDay = (day.data?.items ?? []).flatMap((item) => item.booking ?? []);
  const opened = [...inDay, ...cancelled].find((one) => one.id === booking);

  return (
    <main class="page with-tabs">
      <DatePills
        trainerId={id}
        date={date}
        today={today}
        onPick={(picked) => go(picked === today ? '/' : `/day/${picked}`)}
      />
      <Swipe onLeft={() => go(`/day/${addDays(date, 1)}`)} onRight={() => go(`/day/${addDays(date, -1)}`)}>
        <h1 class="day-title">{longDate(date)}</h1>
        {zonesDiffer(now, zone) && <p class="hint">{text().zoneNote(byZone(zone))}</p>}
        {hours.data?.items.length === 0 && <SetHours />}
        <Await of={day} rows={5}>
          {(loaded) => (
            <>
              <EmptyDay day={loaded} now={now} isToday={date === today} hoursSet={hours.data?.items.length !== 0} />
              <Timeline
                items={fromNowOn(loaded.items, now)}
                now={now}
                zone={zone}
                onBooking={(one) => setBooking(one.id)}
                onFree={setFree}
                onBlocked={setBlocked}
              />
            </>
          )}
        </Await>
        {date >= today && (
          <button type="button" class="button quiet" onClick={() => setFree(null)}>
            {text().otherTime}
          </button>
        )}
        <Cancelled bookings={cancelled} onPress={(one) => setBooking(one.id)} />
      </Swipe>
      {opened && (
        <BookingSheet
          booking={opened}
          as="trainer"
          moving={moving}
          onClose={() => {
            setBooking(null);
            setMoving(false);
          }}
        />
      )}
      {free !== undefined && (
        <BookSheet
          trainer={trainer}
          date={date}
          free={free}
          onClose={() => setFree(undefined)}
          onBlock={
            free
              ? () => {
                  setBlocking(free);
                  setFree(undefined);
                }
              : undefined
          }
        />
      )}
      {blocking && <BlockSheet free={blocking} zone={zone} onClose={() => setBlocking(null)} />}
      {blocked && <BlockedSheet item={blocked} zone={zone} onClose={() => setBlocked(null)} />}
    </main>
  );
}

function SetHours() {
  return (
    <Empty title={text().noHoursTitle}>
      <p>{text().noHoursText}</p>
      <button type="button" class="button primary" onClick={() => go(hoursFrom(route.value))}>
        {text().setHours}
      </button>
    </Empty>
  );
}

function EmptyDay({ day, now, isToday, hoursSet }: { day: Day; now: Date; isToday: boolean; hoursSet: boolean }) {
  if (!hoursSet || fromNowOn(day.items, now).length > 0) return null;
  const worked = day.working.length > 0 && !day.off;
  if (worked) return isToday ? <p class="hint center">{text().nothingLeft}</p> : null;
  return (
    <Empty title={text().dayOff}>
      <p>{text().dayOffText}</p>
    </Empty>
  );
}

function Cancelled({ bookings, onPress }: { bookings: Booking[]; onPress: (booking: Booking) => void }) {
  if (bookings.length === 0) return null;
  return (
    <section class="stack">
      <h2 class="section-title">{text().cancelledToday}</h2>
      {bookings.map((booking) => (
        <BookingCard key={booking.id} booking={booking} onPress={() => onPress(booking)} />
      ))}
    </section>
  );
}

const SWIPE_PX = 60;

/** A sideways swipe turns the day over; a scroll, which is mostly downwards, does not. */
function Swipe({
  onLeft,
  onRight,
  children,
}: {
  onLeft: () => void;
  onRight: () => void;
  children: preact.ComponentChildren;
}) {
  const [start, setStart] = useState<Touch>();
  return (
    <div
      class="stack"
      onTouchStart={(event) => setStart(event.touches[0])}
      onTouchEnd={(event) => {
        const end = event.changedTouches[0];
        if (!start || !end) return;
        const across = end.clientX - start.clientX;
        if (Math.abs(across) < SWIPE_PX || Math.abs(across) < 2 * Math.abs(end.clientY - start.clientY)) return;
        if (across < 0) onLeft();
        else onRight();
      }}
    >
      {children}
    </div>
  );
}
