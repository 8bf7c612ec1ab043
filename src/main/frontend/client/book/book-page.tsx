import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking, Me, Person, Slots } from '../../shared/api/types';
import { WriteInTelegram } from '../../shared/booking/write-in-telegram';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go } from '../../shared/route';
import { supports } from '../../shared/telegram/bridge';
import { useBackButton } from '../../shared/telegram/buttons';
import { common } from '../../shared/text/common';
import { fullName } from '../../shared/text/format';
import { addDays, type LocalDate, localDate } from '../../shared/text/time';
import { Await, Empty } from '../../shared/ui/feedback';
import { PersonRow } from '../../shared/ui/parts';
import { text } from '../text';
import { Done } from './done';
import { SlotPicker } from './slot-picker';

/** Where the day begins last: no trainer is at an earlier date than this, whatever their zone. */
const LAST_ZONE = 'Pacific/Pago_Pago';
/** As many as one call answers. */
const DAYS_AT_ONCE = 31;

const back = () => go('/');

export function BookPage({ me, trainerId }: { me: Me; trainerId: number | undefined }) {
  const [made, setMade] = useState<Booking | null>(null);
  useBackButton(back);
  if (made) return <Done booking={made} onNext={back} />;

  const [only, ...others] = me.trainers;
  const trainer = me.trainers.find((one) => one.telegram_id === trainerId) ?? (others.length === 0 ? only : undefined);
  return (
    <main class="page">
      {!supports('web_app_setup_back_button') && (
        <button type="button" class="button link back" onClick={back}>
          {common().back}
        </button>
      )}
      <h1>{text().book}</h1>
      {trainer ? (
        <TrainerTime
          key={trainer.telegram_id}
          me={me}
          trainer={trainer}
          onChange={others.length > 0 ? () => go('/book') : undefined}
          onBooked={setMade}
        />
      ) : (
        <TrainerChoice trainers={me.trainers} />
      )}
    </main>
  );
}

function TrainerChoice({ trainers }: { trainers: Person[] }) {
  if (trainers.length === 0) {
    return (
      <Empty title={text().noTrainersTitle}>
        <p>{text().noTrainersText}</p>
      </Empty>
    );
  }
  return (
    <div class="card flush">
      {trainers.map((one) => (
        <PersonRow key={one.telegram_id} person={one} testId="trainer" onPress={() => go(`/book/${one.telegram_id}`)} />
      ))}
    </div>
  );
}

async function farSlots(id: number, from: LocalDate, last: LocalDate): Promise<Slots['days']> {
  const days: Slots['days'] = [];
  for (let date = from; date <= last; date = addDays(date, DAYS_AT_ONCE)) {
    const end = addDays(date, DAYS_AT_ONCE - 1);
    days.push(...(await api.slots(id, date, end < last ? end : last)).days);
  }
  return days;
}

interface TrainerTimeProps {
  me: Me;
  trainer: Person;
  onChange: (() => void) | undefined;
  onBooked: (booking: Booking) => void;
}

function TrainerTime({ me, trainer, onChange, onBooked }: TrainerTimeProps) {
  const id = trainer.telegram_id;
  const from = localDate(useNow(), LAST_ZONE);
  const profile = useLoad(`trainer/${id}`, () => api.trainer(id));
  const first = useLoad(`slots/${id}/${from}`, () => api.slots(id, from, addDays(from, DAYS_AT_ONCE - 1)));
  // Few trainers open their book farther ahead: those days come after the near ones are on the screen.
  const last = addDays(from, (profile.data?.max_advance_days ?? 0) + 1);
  const far = useLoad(last >= addDays(from, DAYS_AT_ONCE) ? `slots/${id}/${from}/${last}` : null, () =>
    farSlots(id, addDays(from, DAYS_AT_ONCE), last),
  );
  return (
    <>
      <p class="hint">{`${text().trainer}: ${fullName(trainer)}`}</p>
      {onChange && (
        <button type="button" class="button link" onClick={onChange}>
          {text().otherTrainer}
        </button>
      )}
      {/* Both reads fail together: the lost connection is said once, below. */}
      <Await of={profile.data && first.error !== undefined ? { ...profile, error: undefined } : profile} rows={1}>
        {(loaded) =>
          loaded.self_booking === 'off' ? (
            <Empty title={text().noSlotsTitle}>
              <p>{text().selfBookingOff}</p>
              <WriteInTelegram to={trainer} />
            </Empty>
          ) : (
            <Await of={first} rows={4}>
              {(near) => (
                <SlotPicker
                  clientId={me.telegram_id}
                  trainer={loaded}
                  slots={{ ...near, days: [...near.days, ...(far.data ?? [])] }}
                  onBooked={onBooked}
                />
              )}
            </Await>
          )
        }
      </Await>
    </>
  );
}
