import type { Money } from '../../shared/api/types';
import { money } from '../../shared/text/format';
import { text } from '../text';

/** A sum, and below zero the word that it is owed: the minus alone is easily overlooked. */
export function Balance({ of }: { of: Money | undefined }) {
  if (!of) return <span class="sum">…</span>;
  if (of.amount >= 0) return <span class="sum">{money(of)}</span>;
  return <span class="sum debt">{text().debt(money({ ...of, amount: -of.amount }))}</span>;
}
