import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Money, RosterClient } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { LedgerList } from '../../shared/ledger/ledger-list';
import { fullName, money, parseRubles, rubles } from '../../shared/text/format';
import { ledgerText } from '../../shared/text/ledger';
import { Problem, toast } from '../../shared/ui/feedback';
import { Chips, Fact, Field } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { text } from '../text';

type Kind = 'topup' | 'add' | 'take';

interface Props {
  trainerId: number;
  of: RosterClient;
  /** Of one session: most top-ups pay for several. */
  price: Money;
  onClose: () => void;
}

const SESSIONS = [1, 5, 10];

/** What a client has paid and owes: entering money, and every entry with its reason. */
export function MoneySheet({ trainerId, of, price, onClose }: Props) {
  const clientId = of.client.telegram_id;
  const ledger = useLoad(`ledger/${trainerId}/${clientId}`, () => api.ledger(trainerId, clientId));
  const [kind, setKind] = useState<Kind>('topup');
  const [amount, setAmount] = useState('');
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState<string>();
  const balance = ledger.data?.[0]?.balance_after ?? of.balance;

  const entering = useAction(
    (sum: Money, words: string) =>
      kind === 'topup'
        ? api.topUp(trainerId, clientId, sum, words)
        : api.adjust(trainerId, clientId, kind === 'take' ? { ...sum, amount: -sum.amount } : sum, words),
    (entry) => {
      toast(text().moneyEntered(money(entry.balance_after)));
      setAmount('');
      setComment('');
    },
  );

  function enter(): void {
    const sum = parseRubles(amount);
    const words = comment.trim();
    const wrong = !sum?.amount ? text().checkAmount : kind !== 'topup' && !words ? text().sayWhy : undefined;
    setMissing(wrong);
    if (sum && !wrong) entering.run(sum, words);
  }

  return (
    <Sheet title={fullName(of.client)} onClose={onClose}>
      <dl class="facts">{balance && <Fact label={ledgerText().balance}>{money(balance)}</Fact>}</dl>
      <Chips
        label={text().moneyKind}
        wrap
        options={(['topup', 'add', 'take'] as const).map((value) => ({ value, text: text().moneyKinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'topup' && price.amount > 0 && (
        <Chips
          label={text().forSessions}
          options={SESSIONS.map((count) => {
            const sum = { ...price, amount: price.amount * count };
            return { value: rubles(sum), text: money(sum), detail: text().sessionCount(count) };
          })}
          value={amount}
          onChange={setAmount}
        />
      )}
      <Field label={text().amount}>
        <input inputMode="decimal" value={amount} onInput={(event) => setAmount(event.currentTarget.value)} />
      </Field>
      <Field label={kind === 'topup' ? text().comment : text().reason} hint={text().clientIsTold}>
        <input value={comment} maxLength={500} onInput={(event) => setComment(event.currentTarget.value)} />
      </Field>
      <Problem>{missing ?? entering.problem}</Problem>
      <button type="button" class="button primary" disabled={entering.busy} aria-busy={entering.busy} onClick={enter}>
        {text().enter[kind]}
      </button>
      <LedgerList of={ledger} />
    </Sheet>
  );
}
