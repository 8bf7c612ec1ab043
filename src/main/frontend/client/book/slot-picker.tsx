import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Booking, Slots, TrainerProfile } from '../../shared/api/types';
import { WriteInTelegram } from '../../shared/booking/write-in-telegram';
import { haptic } from '../../shared/telegram/environment';
import { common } from '../../shared/text/common';
import { money } from '../../shared/text/format';
import {
  dayAndTime,
  dayOfMonth,
  localDate,
  longDate,
  ofMonth,
  time,
  timeForBoth,
  weekdayShort,
  zonesDiffer,
} from '../../shared/text/time';
import { byZone, viewerZone } from '../../shared/text/zones';
import { Empty, Problem } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Chips } from '../../shared/ui/parts';
import { text } from '../text';
import { byPartOfDay, nearest } from './slots';

const LOST = ['slot_taken', 'slot_unavailable'];

interface Props {
  clientId: number;
  trainer: TrainerProfile;
  slots: Slots;
  onBooked: (booking: Booking) => void;
}

export function SlotPicker({ clientId, trainer, slots, onBooked }: Props) {
  const zone = slots.timezone;
  const days = slots.days.filter((day) => day.slots.length > 0);
  const [date, setDate] = useState<string>();
  const [start, setStart] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const booking = useAction(api.book, onBooked);

  const day = days.find((one) => one.date === date) ?? days[0];
  // A slot that went away meanwhile is no longer chosen.
  const chosen = day?.slots.find((slot) => slot.starts_at === start);
  // What was refused says nothing about another choice.
  const refused = booking.problem !== undefined && start === asked;
  const lost = refused && LOST.includes(booking.code ?? '') ? asked : undefined;

  if (!day) {
    return (
      <Empty title={text().noSlotsTitle}>
        <p>{text().noSlotsText}</p>
        <WriteInTelegram to={trainer} />
      </Empty>
    );
  }
  const pick = (picked: string) => {
    haptic('select');
    setDate(days.find((one) => one.slots.some((slot) => slot.starts_at === picked))?.date);
    setStart(picked);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not scroll sideways in older web views */}
      <div class="pills" role="group" aria-label={text().days}>
        {days.map((one) => (
          <button
            key={one.date}
            type="button"
            class="pill"
            aria-pressed={one === day}
            onClick={() => {
              haptic('select');
              setDate(one.date);
            }}
          >
            <small>{weekdayShort(one.date)}</small> {dayOfMonth(one.date)}
            <span class="visually-hidden">{ofMonth(one.date)}</span>
          </button>
        ))}
      </div>
      <h2 class="day-title">{longDate(day.date)}</h2>
      {zonesDiffer(day.slots[0]?.starts_at ?? day.date, zone) && <p class="hint">{text().zoneNote(byZone(zone))}</p>}
      <div data-testid="slots" class="stack">
        {byPartOfDay(day.slots, zone).map(({ part, slots: some }) => (
          <Chips
            key={part}
            wrap
            label={text()[part]}
            options={some.map(({ starts_at }) => ({
              value: starts_at,
              text: time(starts_at, zone),
              detail: zonesDiffer(starts_at, zone) ? `${timeHere(starts_at, zone)} ${common().yourTime}` : undefined,
            }))}
            value={chosen?.starts_at}
            onChange={pick}
          />
        ))}
      </div>
      <Problem>{refused && booking.problem}</Problem>
      {lost && (
        <Chips
          wrap
          label={text().nearest}
          options={nearest(slots, lost).map(({ starts_at }) => ({
            value: starts_at,
            text:
              localDate(starts_at, zone) === localDate(lost, zone)
                ? time(starts_at, zone)
                : dayAndTime(starts_at, zone),
          }))}
          value={chosen?.starts_at}
          onChange={pick}
        />
      )}
      {chosen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: in large text it scrolls, and a keyboard has to reach that
        <section class="checkout" tabIndex={0} aria-label={text().agreed}>
          <Summary trainer={trainer} start={chosen.starts_at} zone={zone} />
          <MainAction
            text={(trainer.self_booking === 'request' ? text().askAt : text().bookAt)(
              dayAndTime(chosen.starts_at, zone),
            )}
            busy={booking.busy}
            onPress={() => {
              setAsked(chosen.starts_at);
              booking.run({ trainer_id: trainer.telegram_id, client_id: clientId, starts_at: chosen.starts_at });
            }}
          />
        </section>
      )}
    </>
  );
}

/** The viewer's time, with the day of the week where it is another day for them. */
function timeHere(start: string, zone: string): string {
  const here = localDate(start, viewerZone);
  const clock = time(start, viewerZone);
  return here === localDate(start, zone) ? clock : `${weekdayShort(here)} ${clock}`;
}

/** What one agrees to, right above the button. */
function Summary({ trainer, start, zone }: { trainer: TrainerProfile; start: string; zone: string }) {
  const details = [timeForBoth(start, zone), common().minutes(trainer.session_minutes), money(trainer.price)];
  return (
    <section class="card">
      <strong class="capital">{longDate(localDate(start, zone))}</strong>
      <p>{[...details, trainer.place].filter(Boolean).join(' · ')}</p>
      {trainer.price.amount > 0 && trainer.charge_hours_before > 0 && (
        <p class="hint">{text().chargedBefore(common().hours(trainer.charge_hours_before))}</p>
      )}
      {trainer.self_booking === 'request' && <p class="hint">{text().requestNote}</p>}
    </section>
  );
}
