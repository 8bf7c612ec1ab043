import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking, Me, Slots, TrainerProfile } from '../../shared/api/types';
import { WriteInTelegram } from '../../shared/booking/write-in-telegram';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { go, goBack } from '../../shared/route';
import { useBackButton } from '../../shared/telegram/buttons';
import { common } from '../../shared/text/common';
import { fullName, money } from '../../shared/text/format';
import { addDays, type LocalDate, localDate } from '../../shared/text/time';
import { BackLink } from '../../shared/ui/back-link';
import { Await, Empty } from '../../shared/ui/feedback';
import { Avatar, PersonRow } from '../../shared/ui/parts';
import { text } from '../text';
import { Done } from './done';
import { SlotPicker } from './slot-picker';

/** Where the day begins last: no trainer is at an earlier date than this, whatever their zone. */
const LAST_ZONE = 'Pacific/Pago_Pago';
/** As many as one call answers. */
const DAYS_AT_ONCE = 31;

export function BookPage({ me, trainerId }: { me: Me; trainerId: number | undefined }) {
  const [made, setMade] = useState<Booking | null>(null);
  const [only, ...others] = me.trainers;
  const several = others.length > 0;
  const trainer = me.trainers.find((one) => one.telegram_id === trainerId) ?? (several ? undefined : only);
  const back = () => goBack(trainer && several ? '/book' : '/');
  useBackButton(made ? undefined : back);
  if (made) return <Done booking={made} onNext={() => go('/')} />;

  return (
    <main class="page">
      <BackLink onBack={back} />
      <h1>{text().book}</h1>
      {trainer ? (
        <TrainerTime key={trainer.telegram_id} me={me} trainer={trainer} onBooked={setMade} />
      ) : (
        <TrainerChoice trainers={me.trainers} />
      )}
    </main>
  );
}

function TrainerChoice({ trainers }: { trainers: TrainerProfile[] }) {
  if (trainers.length === 0) {
    return (
      <Empty title={text().noTrainersTitle}>
        <p>{text().noTrainersText}</p>
      </Empty>
    );
  }
  return (
    <>
      <h2 class="section-title">{text().withWhom}</h2>
      <div class="card flush">
        {trainers.map((one) => (
          <PersonRow
            key={one.telegram_id}
            person={one}
            detail={[money(one.price), common().minutes(one.session_minutes), one.place].filter(Boolean).join(' · ')}
            testId="trainer"
            onPress={() => go(`/book/${one.telegram_id}`)}
          />
        ))}
      </div>
    </>
  );
}

async function farSlots(id: number, from: LocalDate, last: LocalDate): Promise<Slots['days']> {
  const months: Promise<Slots>[] = [];
  for (let date = from; date <= last; date = addDays(date, DAYS_AT_ONCE)) {
    const end = addDays(date, DAYS_AT_ONCE - 1);
    months.push(api.slots(id, date, end < last ? end : last));
  }
  return (await Promise.all(months)).flatMap((month) => month.days);
}

interface TrainerTimeProps {
  me: Me;
  trainer: TrainerProfile;
  onBooked: (booking: Booking) => void;
}

function TrainerTime({ me, trainer, onBooked }: TrainerTimeProps) {
  const id = trainer.telegram_id;
  const off = trainer.self_booking === 'off';
  const from = localDate(useNow(), LAST_ZONE);
  const first = useLoad(off ? null : `slots/${id}/${from}`, () => api.slots(id, from, addDays(from, DAYS_AT_ONCE - 1)));
  // Few trainers open their book farther ahead.
  const last = addDays(from, trainer.max_advance_days + 1);
  const isFar = !off && last >= addDays(from, DAYS_AT_ONCE);
  const far = useLoad(isFar ? `slots/${id}/${from}/${last}` : null, () =>
    farSlots(id, addDays(from, DAYS_AT_ONCE), last),
  );
  return (
    <>
      <div class="person">
        <Avatar of={trainer} />
        <div class="row-text">
          <strong>{fullName(trainer)}</strong>
          <span class="hint">{`${money(trainer.price)} · ${common().minutes(trainer.session_minutes)}`}</span>
        </div>
      </div>
      {off ? (
        <Empty title={text().selfBookingOffTitle}>
          <p>{trainer.username ? text().selfBookingOff : text().selfBookingOffNoName}</p>
          <WriteInTelegram to={trainer} />
        </Empty>
      ) : (
        <Await of={first} skeleton={<SlotsSkeleton />}>
          {(near) => (
            <SlotPicker
              clientId={me.telegram_id}
              trainer={trainer}
              slots={{ ...near, days: [...near.days, ...(far.data ?? [])] }}
              onBooked={onBooked}
            />
          )}
        </Await>
      )}
    </>
  );
}

function SlotsSkeleton() {
  return (
    <div class="stack" role="status" aria-label={common().loading}>
      <div class="skeleton" />
      <div class="skeleton title" />
      <div class="skeleton large" />
    </div>
  );
}
