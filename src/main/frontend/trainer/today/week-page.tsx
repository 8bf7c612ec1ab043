import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Day, TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go } from '../../shared/route';
import {
  addDays,
  dayOfMonth,
  type LocalDate,
  localDate,
  longDate,
  shortDate,
  weekdayShort,
  zonesDiffer,
} from '../../shared/text/time';
import { byZone } from '../../shared/text/zones';
import { Await } from '../../shared/ui/feedback';
import { Icon } from '../../shared/ui/icon';
import { Spoken } from '../spoken';
import { BookingFor } from './booking-for';
import { weekOf } from './calendar';
import { DaySheets, type Opened } from './day-sheets';
import { Swipe } from './swipe';
import { text } from './text';
import { withBookings } from './timeline';
import { forget, underwayOn } from './underway';
import { pathTo, ViewBar } from './view-bar';
import { WeekColumn } from './week-column';
import { hoursOf } from './week-hours';

/** Seven days side by side: when there is room, and who comes when. */
export function WeekPage({ trainer, date: asked }: { trainer: TrainerProfile; date: LocalDate | undefined }) {
  const now = useNow();
  const zone = trainer.timezone;
  const today = localDate(now, zone);
  const date = asked ?? today;
  const dates = weekOf(date);
  const monday = dates[0] ?? date;
  const week = useLoad(`week/${monday}`, () => Promise.all(dates.map((day) => api.day(trainer.telegram_id, day))));
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    for (const day of dates) forget(day, zone, week.at);
  }, [week.data]);
  const days = week.data?.map((day, index): Day => withBookings(day, underwayOn(dates[index] ?? '', zone)));
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a narrow phone not all days are in sight.
    const day = grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`);
    if (grid.current && day) grid.current.scrollLeft = day.offsetLeft - grid.current.clientWidth / 2;
  }, [date, !week.data]);
  const turn = (weeks: number) => go(`/week/${addDays(date, 7 * weeks)}`);

  return (
    <main class="page with-tabs week-page">
      <header class="days-bar">
        <ViewBar trainerId={trainer.telegram_id} view="week" date={date} today={today} />
        <div class="leaf">
          <button type="button" class="icon-button flip" aria-label={text().earlierWeek} onClick={() => turn(-1)}>
            <Icon name="chevron" />
          </button>
          <h1 class="leaf-title">{`${shortDate(monday)} – ${shortDate(addDays(monday, 6))}`}</h1>
          <button type="button" class="icon-button" aria-label={text().laterWeek} onClick={() => turn(1)}>
            <Icon name="chevron" />
          </button>
        </div>
      </header>
      <BookingFor />
      {zonesDiffer(now, zone) && <p class="hint">{text().zoneNote(byZone(zone))}</p>}
      <Await of={{ ...week, data: days }} rows={6}>
        {(loaded) => {
          const hours = hoursOf(loaded, dates, zone);
          return (
            <Swipe of={monday} onLeft={() => turn(1)} onRight={() => turn(-1)}>
              <div
                class="week scroll"
                ref={grid}
                style={{ '--hours': hours.length, '--session': trainer.session_minutes }}
              >
                <div class="week-hours" aria-hidden="true">
                  {hours.map((hour) => (
                    <span key={hour}>{hour}</span>
                  ))}
                </div>
                {loaded.map((day, index) => {
                  const one = dates[index] ?? '';
                  return (
                    <section key={one} class="week-day" data-date={one} aria-label={longDate(one)}>
                      <button
                        type="button"
                        class={`week-head ${one === today ? 'today' : ''}`}
                        onClick={() => go(pathTo('day', one, today))}
                      >
                        <Spoken as={longDate(one)}>
                          <small>{weekdayShort(one)}</small>
                          {dayOfMonth(one)}
                        </Spoken>
                      </button>
                      <WeekColumn
                        day={day}
                        date={one}
                        from={hours[0] ?? 0}
                        now={now}
                        isToday={one === today}
                        trainer={trainer}
                        onOpen={setOpened}
                      />
                    </section>
                  );
                })}
              </div>
            </Swipe>
          );
        }}
      </Await>
      <DaySheets
        trainer={trainer}
        opened={opened}
        bookings={(days ?? []).flatMap((day) => day.items.flatMap((item) => item.booking ?? []))}
        onChange={setOpened}
      />
    </main>
  );
}
