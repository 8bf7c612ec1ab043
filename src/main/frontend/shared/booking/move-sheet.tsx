import { useState } from 'preact/hooks';
import { useAction } from '../action';
import { api } from '../api/calls';
import type { Booking, Scope, Slots } from '../api/types';
import { useLoad } from '../data';
import { useNow } from '../now';
import { common } from '../text/common';
import { addDays, dayAndTime, localDate, shortDay, time, timeForBoth, zonesDiffer } from '../text/time';
import { viewerZone } from '../text/zones';
import { Await, Problem, toast } from '../ui/feedback';
import { MainAction } from '../ui/main-action';
import { Chips } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import { Conflicts, ScopeChoice } from './series';

/** As far as slots can be asked for at once. */
const DAYS = 31;

interface Props {
  booking: Booking;
  as: 'trainer' | 'client';
  onClose: () => void;
  onMoved: () => void;
}

/** A new time for a booking, among the free ones; its own time counts as free. */
export function MoveSheet({ booking, as, onClose, onMoved }: Props) {
  const today = localDate(useNow(), booking.timezone);
  const slots = useLoad(`move/${booking.id}/${booking.version}/${today}`, () =>
    api.slotsForMove(booking, today, addDays(today, DAYS - 1)),
  );
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

function Times({ booking, as, slots, onMoved }: Omit<Props, 'onClose'> & { slots: Slots }) {
  const zone = booking.timezone;
  const isOld = (start: string) => Date.parse(start) === Date.parse(booking.starts_at);
  const days = slots.days
    .map((day) => ({ ...day, slots: day.slots.filter((slot) => !isOld(slot.starts_at)) }))
    .filter((day) => day.slots.length > 0);
  const [date, setDate] = useState(localDate(booking.starts_at, zone));
  const [start, setStart] = useState<string>();
  const [scope, setScope] = useState<Scope>('this');
  const moving = useAction(
    () => api.move(booking, start ?? booking.starts_at, scope),
    (moved) => {
      const when = dayAndTime(moved.starts_at, zone);
      toast(scope === 'this' ? common().moved(when) : common().seriesMoved(when));
      onMoved();
    },
  );
  const day = days.find((one) => one.date === date) ?? days[0];
  if (!day) return <p>{common().noTimes}</p>;
  const chosen = day.slots.find((slot) => slot.starts_at === start);
  return (
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
        value={chosen?.starts_at}
        onChange={setStart}
      />
      {as === 'trainer' && <ScopeChoice of={booking} value={scope} onChange={setScope} />}
      <p class="hint">{as === 'trainer' ? common().moveHintForTrainer : common().moveHintForClient}</p>
      <Conflicts of={moving.conflicts} zone={zone} />
      <Problem>{moving.problem}</Problem>
      <MainAction
        text={chosen ? common().moveTo(dayAndTime(chosen.starts_at, zone)) : common().moveTitle}
        disabled={!chosen}
        busy={moving.busy}
        onPress={() => moving.run()}
      />
    </>
  );
}
