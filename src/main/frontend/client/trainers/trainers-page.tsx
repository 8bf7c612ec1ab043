import { api } from '../../shared/api/calls';
import type { Me } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { go } from '../../shared/route';
import { common } from '../../shared/text/common';
import { money } from '../../shared/text/format';
import { Empty } from '../../shared/ui/feedback';
import { PersonRow } from '../../shared/ui/parts';
import { BookButton } from '../book/book-button';
import { text } from '../text';
import { Balance } from './balance';

/** With whom one trains, and the balance with each. */
export function TrainersPage({ me }: { me: Me }) {
  const balances = useLoad('balances', () => api.client(me.telegram_id));
  const balanceWith = (id: number) =>
    balances.data?.trainers.find(({ trainer }) => trainer.telegram_id === id)?.balance;
  if (me.trainers.length === 0) {
    return (
      <main class="page with-tabs">
        <h1>{text().myTrainers}</h1>
        <Empty title={text().noTrainersTitle}>
          <p>{text().noTrainersText}</p>
        </Empty>
      </main>
    );
  }
  return (
    <main class="page with-tabs with-fab">
      <h1>{text().myTrainers}</h1>
      <div class="card flush">
        {me.trainers.map((trainer) => (
          <PersonRow
            key={trainer.telegram_id}
            person={trainer}
            detail={`${money(trainer.price)} · ${common().minutes(trainer.session_minutes)}`}
            value={<Balance of={balanceWith(trainer.telegram_id)} />}
            onPress={() => go(`/trainer/${trainer.telegram_id}`)}
            testId="trainer"
          />
        ))}
      </div>
      <p class="hint">{text().anotherTrainer}</p>
      <BookButton />
    </main>
  );
}
