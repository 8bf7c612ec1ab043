import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { LedgerEntry, Money, RosterClient } from '../../shared/api/types';
import { fullName, money, parseRubles, rubles } from '../../shared/text/format';
import { Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Chips, Field } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { text } from './text';

interface Props {
  trainerId: number;
  of: RosterClient;
  onClose: () => void;
}

const SESSIONS = [1, 4, 8, 10, 12];

/** Enters money that a client has paid; the usual amounts are a tap away. */
export function TopUpSheet({ trainerId, of, price, onClose }: Props & { price: Money }) {
  const [amount, setAmount] = useState('');
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const sum = parseRubles(amount);
  const entering = useAction(api.topUp, (entry) => done(entry, onClose));

  function enter(): void {
    setMissing(!sum?.amount);
    if (sum?.amount) entering.run(trainerId, of.client.telegram_id, sum, comment.trim());
  }

  return (
    <Sheet title={text().topUpTitle} onClose={onClose}>
      <p class="hint">{fullName(of.client)}</p>
      {price.amount > 0 && (
        <Chips
          wrap
          label={text().forSessions}
          options={SESSIONS.map((count) => {
            const pack = { ...price, amount: price.amount * count };
            return { value: rubles(pack), text: money(pack), detail: text().sessionCount(count) };
          })}
          value={amount}
          onChange={setAmount}
        />
      )}
      <Field label={text().amount} {...willBe(of, sum)}>
        <input inputMode="decimal" value={amount} onInput={(event) => setAmount(event.currentTarget.value)} />
      </Field>
      <Field label={text().comment} hint={text().clientIsTold}>
        <input value={comment} maxLength={500} onInput={(event) => setComment(event.currentTarget.value)} />
      </Field>
      <Problem>{missing ? text().checkAmount : entering.problem}</Problem>
      <MainAction text={sum?.amount ? text().topUpBy(money(sum)) : text().topUp} busy={entering.busy} onPress={enter} />
    </Sheet>
  );
}

/** Sets a balance right in either direction, with a reason that the client sees. */
export function AdjustSheet({ trainerId, of, onClose }: Props) {
  const [kind, setKind] = useState<'add' | 'take'>('add');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const entered = parseRubles(amount);
  const sum = entered && kind === 'take' ? { ...entered, amount: -entered.amount } : entered;
  const entering = useAction(api.adjust, (entry) => done(entry, onClose));

  function enter(): void {
    const wrong = !sum?.amount ? text().checkAmount : !reason.trim() ? text().sayWhy : undefined;
    setMissing(wrong);
    if (sum && !wrong) entering.run(trainerId, of.client.telegram_id, sum, reason.trim());
  }

  return (
    <Sheet title={text().adjustTitle} onClose={onClose}>
      <p class="hint">{fullName(of.client)}</p>
      <Chips
        label={text().adjustKind}
        options={(['add', 'take'] as const).map((value) => ({ value, text: text().kinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      <Field label={text().amount} {...willBe(of, sum)}>
        <input inputMode="decimal" value={amount} onInput={(event) => setAmount(event.currentTarget.value)} />
      </Field>
      <Chips
        wrap
        label={text().commonReasons}
        options={text().reasons[kind].map((value) => ({ value, text: value }))}
        value={reason}
        onChange={setReason}
      />
      <Field label={text().reason} hint={text().clientIsTold}>
        <input value={reason} maxLength={500} onInput={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <Problem>{missing ?? entering.problem}</Problem>
      <MainAction
        text={
          entered?.amount
            ? kind === 'add'
              ? text().addBy(money(entered))
              : text().takeBy(money(entered))
            : text().kinds[kind]
        }
        busy={entering.busy}
        onPress={enter}
      />
    </Sheet>
  );
}

/** What the balance would come to. */
function willBe({ balance }: RosterClient, sum: Money | null): { hint?: string } {
  if (!balance || !sum) return {};
  return { hint: text().willBe(money({ ...balance, amount: balance.amount + sum.amount })) };
}

function done(entry: LedgerEntry, onClose: () => void): void {
  toast(text().moneyEntered(money(entry.balance_after)));
  onClose();
}
