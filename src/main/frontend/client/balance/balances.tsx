import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { TrainerBalance } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { LedgerList } from '../../shared/ledger/ledger-list';
import { fullName, money } from '../../shared/text/format';
import { ledgerText } from '../../shared/text/ledger';
import { Fact, PersonRow } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { text } from '../text';

/** The balance with every trainer; a tap tells what it was charged for. */
export function Balances({ clientId }: { clientId: number }) {
  const balances = useLoad('balances', () => api.client(clientId));
  const [opened, setOpened] = useState<number | null>(null);
  const trainers = balances.data?.trainers ?? [];
  const shown = trainers.find(({ trainer }) => trainer.telegram_id === opened);
  if (trainers.length === 0) return null;
  return (
    <section>
      <h2 class="section-title">{ledgerText().balance}</h2>
      <div class="card flush">
        {trainers.map(({ trainer, balance }) => (
          <PersonRow
            key={trainer.telegram_id}
            person={trainer}
            detail={text().whyCharged}
            value={money(balance)}
            onPress={() => setOpened(trainer.telegram_id)}
            testId="balance"
          />
        ))}
      </div>
      {shown && <BalanceSheet of={shown} clientId={clientId} onClose={() => setOpened(null)} />}
    </section>
  );
}

function BalanceSheet({ of, clientId, onClose }: { of: TrainerBalance; clientId: number; onClose: () => void }) {
  const trainerId = of.trainer.telegram_id;
  const ledger = useLoad(`ledger/${trainerId}/${clientId}`, () => api.ledger(trainerId, clientId));
  return (
    <Sheet title={fullName(of.trainer)} onClose={onClose}>
      <dl class="facts">
        <Fact label={ledgerText().balance}>{money(of.balance)}</Fact>
      </dl>
      <LedgerList of={ledger} />
    </Sheet>
  );
}
