import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking, Day, TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go, route } from '../../shared/route';
import { addDays, type LocalDate, localDate, longDate, zonesDiffer } from '../../shared/text/time';
import { byZone } from '../../shared/text/zones';
import { Await, Empty } from '../../shared/ui/feedback';
import { hoursFrom } from '../settings/origin';
import { BookingFor } from './booking-for';
import { DatePills } from './date-pills';
import { dayOf } from './day-of';
import { DaySheets, type Opened } from './day-sheets';
import { Inbox, useInbox } from './inbox';
import { Swipe } from './swipe';
import { duration, text } from './text';
import { minutesOf, type Row, rowsOf, withBookings } from './timeline';
import { BookingCard, Timeline } from './timeline-view';
import { forget, underwayOn } from './underway';
import { pathTo, ViewBar } from './view-bar';

interface Props {
  trainer: TrainerProfile;
  /** Today when absent. */
  date?: LocalDate | undefined;
  /** The booking that a link leads to. */
  opened?: string | undefined;
  /** Whether the link leads to its move. */
  moving?: boolean;
}

export function DayPage({ trainer, date: asked, opened: linked, moving = false }: Props) {
  const now = useNow();
  const zone = trainer.timezone;
  const today = localDate(now, zone);
  const date = asked ?? today;
  const id = trainer.telegram_id;
  const day = useLoad(...dayOf(trainer, date));
  const bookings = useLoad(`bookings/${date}`, () => api.trainerBookings(id, date));
  const hours = useLoad('hours', api.workingHours);
  const inbox = useInbox(id, today);
  const [opened, setOpened] = useState<Opened | null>(linked ? { sheet: 'booking', id: linked, moving } : null);
  useEffect(() => forget(date, zone, day.at), [day.data]);

  const shown = day.data && withBookings(day.data, underwayOn(date, zone));
  const cancelled = (bookings.data ?? []).filter((one) => one.status === 'CANCELLED');
  const inDay = (shown?.items ?? []).flatMap((item) => item.booking ?? []);
  const all = [...inDay, ...cancelled, ...inbox];
  const wanted = opened?.sheet === 'booking' && day.data ? opened.id : undefined;
  const isElsewhere = wanted !== undefined && !all.some((one) => one.id === wanted);
  const elsewhere = useLoad(isElsewhere ? `booking/${wanted}` : null, () => api.booking(wanted ?? ''));
  const turn = (by: number) => go(pathTo('day', addDays(date, by), today));

  return (
    <main class="page with-tabs">
      <header class="days-bar">
        <ViewBar trainerId={id} view="day" date={date} today={today} />
        <DatePills trainerId={id} date={date} today={today} onPick={(picked) => go(pathTo('day', picked, today))} />
      </header>
      <BookingFor />
      <Swipe of={date} onLeft={() => turn(1)} onRight={() => turn(-1)}>
        <h1 class="day-title">{longDate(date)}</h1>
        {/* A link to a booking that is no more must not end in silence. */}
        {elsewhere.error !== undefined && <Await of={elsewhere}>{() => null}</Await>}
        {zonesDiffer(now, zone) && <p class="hint">{text().zoneNote(byZone(zone))}</p>}
        {date === today && <Inbox of={inbox} onOpen={(one) => setOpened({ sheet: 'booking', id: one.id })} />}
        {hours.data?.items.length === 0 && <SetHours />}
        <Await of={{ ...day, data: shown }} rows={5}>
          {(loaded) => {
            const rows = rowsOf(loaded, now, trainer);
            return (
              <>
                <Summary rows={rows} />
                <EmptyDay
                  day={loaded}
                  rows={rows}
                  date={date}
                  today={today}
                  hoursSet={hours.data?.items.length !== 0}
                />
                <Timeline
                  rows={rows}
                  now={now}
                  isToday={date === today}
                  zone={zone}
                  onBooking={(one) => setOpened({ sheet: 'booking', id: one.id })}
                  onFree={(start, free) => setOpened({ sheet: 'book', date, start, free, working: loaded.working })}
                  onBlocked={(item) => setOpened({ sheet: 'blocked', item })}
                />
              </>
            );
          }}
        </Await>
        {date >= today && (
          <button
            type="button"
            class="button quiet"
            onClick={() => setOpened({ sheet: 'book', date, free: null, working: day.data?.working ?? [] })}
          >
            {text().otherTime}
          </button>
        )}
        <Cancelled bookings={cancelled} onPress={(one) => setOpened({ sheet: 'booking', id: one.id })} />
      </Swipe>
      <DaySheets
        trainer={trainer}
        opened={opened}
        bookings={elsewhere.data ? [...all, elsewhere.data] : all}
        onChange={setOpened}
      />
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

/** «4 тренировки · свободно 3 ч» */
function Summary({ rows }: { rows: Row[] }) {
  const sessions = rows.filter((row) => row.kind === 'item' && row.item.booking).length;
  const free = rows.filter((row) => row.kind === 'free').reduce((sum, row) => sum + minutesOf(row), 0);
  if (sessions === 0 && free === 0) return null;
  return <p class="hint day-sum">{text().sum(sessions, free > 0 && duration(free))}</p>;
}

interface EmptyProps {
  day: Day;
  rows: Row[];
  date: LocalDate;
  today: LocalDate;
  hoursSet: boolean;
}

function EmptyDay({ day, rows, date, today, hoursSet }: EmptyProps) {
  if (!hoursSet || rows.length > 0) return null;
  if (date < today) return <p class="hint center">{text().nothingWas}</p>;
  if (day.working.length > 0 && !day.off) return <p class="hint center">{text().nothingLeft}</p>;
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
