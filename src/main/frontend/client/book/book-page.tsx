import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking, Me, Person } from '../../shared/api/types';
import { WriteInTelegram } from '../../shared/booking/write-in-telegram';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go } from '../../shared/route';
import { supports } from '../../shared/telegram/bridge';
import { useBackButton } from '../../shared/telegram/buttons';
import { common } from '../../shared/text/common';
import { fullName } from '../../shared/text/format';
import { addDays, localDate } from '../../shared/text/time';
import { Await, Empty } from '../../shared/ui/feedback';
import { PersonRow } from '../../shared/ui/parts';
import { text } from '../text';
import { Done } from './done';
import { SlotPicker } from './slot-picker';

/** Where the day begins last: no trainer is at an earlier date than this, whatever their zone. */
const LAST_ZONE = 'Pacific/Pago_Pago';
const DAYS_SHOWN = 31;

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
  const slots = useLoad(`slots/${id}/${from}`, () => api.slots(id, from, addDays(from, DAYS_SHOWN - 1)));
  return (
    <>
      <p class="hint">{`${text().trainer}: ${fullName(trainer)}`}</p>
      {onChange && (
        <button type="button" class="button link" onClick={onChange}>
          {text().otherTrainer}
        </button>
      )}
      <Await of={profile} rows={1}>
        {(loaded) =>
          loaded.self_booking === 'off' ? (
            <Empty title={text().noSlotsTitle}>
              <p>{text().selfBookingOff}</p>
              <WriteInTelegram to={trainer} />
            </Empty>
          ) : (
            <Await of={slots} rows={4}>
              {(free) => <SlotPicker clientId={me.telegram_id} trainer={loaded} slots={free} onBooked={onBooked} />}
            </Await>
          )
        }
      </Await>
    </>
  );
}
