import { useState } from 'preact/hooks';
import { useAction } from '../action';
import { api } from '../api/calls';
import type { Booking, Scope, Slots } from '../api/types';
import { useLoad } from '../data';
import { useNow } from '../now';
import { common } from '../text/common';
import {
  addDays,
  dayAndTime,
  instantAt,
  type LocalDate,
  localDate,
  shortDay,
  time,
  timeForBoth,
  zonesDiffer,
} from '../text/time';
import { viewerZone } from '../text/zones';
import { ClockField } from '../ui/clock-field';
import { Await, Problem, toast } from '../ui/feedback';
import { MainAction } from '../ui/main-action';
import { Chips, Field } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import { Conflicts, ScopeChoice } from './series';

/** As far as slots can be asked for at once. */
const DAYS = 31;
/** Of them, those before the date of the booking. */
const DAYS_BEFORE = 15;

interface Props {
  booking: Booking;
  as: 'trainer' | 'client';
  onClose: () => void;
  onMoved: () => void;
}

/** A new time for a booking, among the free ones; its own time counts as free. */
export function MoveSheet({ booking, as, onClose, onMoved }: Props) {
  const today = localDate(useNow(), booking.timezone);
  const slots = useLoad(`move/${booking.id}/${booking.version}/${today}`, () => slotsAround(booking, today));
  return (
    <Sheet title={common().moveTitle} onClose={onClose}>
      <p class="hint">
        {common().moveFrom(
          `${shortDay(booking.starts_at, booking.timezone)}, ${timeForBoth(booking.starts_at, booking.timezone)}`,
        )}
      </p>
      <Await of={slots}>{(loaded) => <Times booking={booking} as={as} slots={loaded} onMoved={onMoved} />}</Await>
    </Sheet>
  );
}

async function slotsAround(booking: Booking, today: LocalDate): Promise<Slots> {
  const early = addDays(localDate(booking.starts_at, booking.timezone), -DAYS_BEFORE);
  const from = early > today ? early : today;
  const near = await api.slotsForMove(booking, from, addDays(from, DAYS - 1));
  // A client may not book that far ahead, perhaps, but sooner.
  const none = near.days.every((day) => day.slots.length === 0);
  return none && from > today ? api.slotsForMove(booking, today, addDays(today, DAYS - 1)) : near;
}

function Times({ booking, as, slots, onMoved }: Omit<Props, 'onClose'> & { slots: Slots }) {
  const zone = booking.timezone;
  const isOld = (start: string) => Date.parse(start) === Date.parse(booking.starts_at);
  const days = slots.days
    .map((day) => ({ ...day, slots: day.slots.filter((slot) => !isOld(slot.starts_at)) }))
    .filter((day) => day.slots.length > 0);
  const [date, setDate] = useState(localDate(booking.starts_at, zone));
  const [start, setStart] = useState<string>();
  const [anyTime, setAnyTime] = useState(false);
  const [scope, setScope] = useState<Scope>('this');
  const moving = useAction(
    (to: string) => api.move(booking, to, scope),
    (moved) => {
      const when = dayAndTime(moved.starts_at, zone);
      toast(scope === 'this' ? common().moved(when) : common().seriesMoved(when));
      onMoved();
    },
  );
  const day = days.find((one) => one.date >= date) ?? days[days.length - 1];
  if (!day && as === 'client') return <p>{common().noTimes}</p>;
  const isFree = day && !anyTime;
  const chosen = isFree ? day.slots.find((slot) => slot.starts_at === start)?.starts_at : start;
  return (
    <>
      {isFree ? (
        <>
          <Chips
            label={common().moveDay}
            options={days.map((one) => ({ value: one.date, text: shortDay(one.date, 'UTC') }))}
            value={day.date}
            onChange={setDate}
          />
          <Chips
            wrap
            label={common().moveTime}
            options={day.slots.map(({ starts_at }) => ({
              value: starts_at,
              text: time(starts_at, zone),
              detail: zonesDiffer(starts_at, zone) ? `${time(starts_at, viewerZone)} ${common().yourTime}` : undefined,
            }))}
            value={chosen}
            onChange={setStart}
          />
          {as === 'trainer' && (
            <button type="button" class="button link" onClick={() => setAnyTime(true)}>
              {common().moveAnyTime}
            </button>
          )}
        </>
      ) : (
        <AnyTime start={start ?? booking.starts_at} zone={zone} onChange={setStart} />
      )}
      {as === 'trainer' && <ScopeChoice of={booking} value={scope} onChange={setScope} />}
      <p class="hint">{as === 'trainer' ? common().moveHintForTrainer : common().moveHintForClient}</p>
      <Conflicts of={moving.conflicts} zone={zone} />
      <Problem>{moving.problem}</Problem>
      <MainAction
        text={chosen ? common().moveTo(dayAndTime(chosen, zone)) : common().moveTitle}
        disabled={!chosen || isOld(chosen)}
        busy={moving.busy}
        onPress={() => chosen && moving.run(chosen)}
      />
    </>
  );
}

/** Trainers move to whatever time they want. */
function AnyTime({ start, zone, onChange }: { start: string; zone: string; onChange: (start: string) => void }) {
  const date = localDate(start, zone);
  const clock = time(start, zone);
  return (
    <div class="pair">
      <Field label={common().moveDay}>
        <input
          type="date"
          min={localDate(useNow(), zone)}
          value={date}
          onInput={(event) => onChange(instantAt(event.currentTarget.value || date, clock, zone))}
        />
      </Field>
      <ClockField
        label={common().moveClock}
        value={clock}
        onChange={(chosen) => onChange(instantAt(date, chosen, zone))}
      />
    </div>
  );
}
