import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Me, TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { LedgerList } from '../../shared/ledger/ledger-list';
import { go, goBack, show } from '../../shared/route';
import { refreshMe, welcome } from '../../shared/session';
import { useBackButton } from '../../shared/telegram/buttons';
import { askToWrite, openInTelegram } from '../../shared/telegram/environment';
import { ask } from '../../shared/telegram/popup';
import { common } from '../../shared/text/common';
import { fullName } from '../../shared/text/format';
import { ledgerText } from '../../shared/text/ledger';
import { BackLink } from '../../shared/ui/back-link';
import { Alone, Await, Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { openOtherApp } from '../../shared/ui/other-role';
import { text } from '../text';
import { Balance } from './balance';
import { TrainerCard } from './trainer-card';

/** A trainer: to their client with the balance and what can be done, to others with the way to become one. */
export function TrainerPage({ me, trainerId }: { me: Me; trainerId: number }) {
  const known = me.trainers.find((one) => one.telegram_id === trainerId);
  const profile = useLoad(known ? null : `trainer/${trainerId}`, () => api.trainer(trainerId));
  const back = () => goBack(known ? '/trainers' : '/');
  useBackButton(back);
  if (trainerId === me.telegram_id) return <OwnLink me={me} />;
  return (
    <main class="page">
      <BackLink onBack={back} />
      {known ? (
        <OwnTrainer me={me} trainer={known} />
      ) : (
        <Await of={profile} rows={3}>
          {(trainer) => <Join trainer={trainer} />}
        </Await>
      )}
    </main>
  );
}

function OwnTrainer({ me, trainer }: { me: Me; trainer: TrainerProfile }) {
  const id = trainer.telegram_id;
  const balances = useLoad('balances', () => api.client(me.telegram_id));
  const ledger = useLoad(`ledger/${id}/${me.telegram_id}`, () => api.ledger(id, me.telegram_id));
  const leaving = useAction(
    async () => {
      await api.leaveTrainer(id);
      await refreshMe();
    },
    () => {
      toast(text().left(fullName(trainer)));
      show('/trainers');
    },
  );
  const leave = () =>
    ask({ message: text().leaveQuestion, yes: text().leaveYes, no: common().cancelEdit, danger: true }, leaving.run);
  const write = trainer.username
    ? { text: common().writeInTelegram, onPress: () => openInTelegram(`https://t.me/${trainer.username}`) }
    : undefined;
  return (
    <>
      <TrainerCard trainer={trainer} />
      <section class="card">
        <div class="balance-line">
          <h2 class="section-title">{ledgerText().balance}</h2>
          <Balance of={balances.data?.trainers.find((one) => one.trainer.telegram_id === id)?.balance} />
        </div>
        <LedgerList of={ledger} title={text().whyCharged} />
      </section>
      <Problem>{leaving.problem}</Problem>
      <button type="button" class="button danger-text" disabled={leaving.busy} onClick={leave}>
        {text().leave}
      </button>
      {trainer.self_booking !== 'off' ? (
        <MainAction text={text().book} onPress={() => go(`/book/${id}`)} secondary={write} />
      ) : (
        write && <MainAction {...write} />
      )}
    </>
  );
}

/** A trainer who tries their own link out. */
function OwnLink({ me }: { me: Me }) {
  return (
    <Alone title={text().ownLinkTitle}>
      <p>{text().ownLinkText}</p>
      <button type="button" class="button primary" onClick={() => openOtherApp('trainer', me.telegram_id)}>
        {common().otherApp.trainer}
      </button>
    </Alone>
  );
}

/** What a trainer's link shows to who is not their client yet. */
function Join({ trainer }: { trainer: TrainerProfile }) {
  const joining = useAction(
    async () => welcome(await api.joinTrainer(`trainer_${trainer.telegram_id}`)),
    () => {
      askToWrite();
      toast(text().joined(fullName(trainer)));
      go(`/book/${trainer.telegram_id}`);
    },
  );
  return (
    <>
      <TrainerCard trainer={trainer} />
      <p class="hint">{text().joinHint}</p>
      <Problem>{joining.problem}</Problem>
      <MainAction
        text={text().join}
        busy={joining.busy}
        onPress={() => joining.run()}
        secondary={{ text: common().cancelEdit, onPress: () => go('/') }}
      />
    </>
  );
}
