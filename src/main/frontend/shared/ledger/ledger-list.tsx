import type { LedgerEntry } from '../api/types';
import type { Loaded } from '../data';
import { money } from '../text/format';
import { ledgerText, why } from '../text/ledger';
import { dayAndTime } from '../text/time';
import { Await } from '../ui/feedback';

/** The entries of one trainer and one client, the newest first, each with its reason. */
export function LedgerList({ of, title }: { of: Loaded<LedgerEntry[]>; title?: string }) {
  return (
    <section>
      <h3 class="section-title">{title ?? ledgerText().operations}</h3>
      <Await of={of} rows={3}>
        {(entries) =>
          entries.length === 0 ? (
            <p class="hint">{ledgerText().none}</p>
          ) : (
            <ul class="ledger">
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }
      </Await>
    </section>
  );
}

function Entry({ entry }: { entry: LedgerEntry }) {
  const reason = why(entry);
  const sign = entry.amount.amount > 0 ? '+' : '';
  return (
    <li class="ledger-entry" data-testid="ledger-entry">
      <div class="ledger-line">
        <span>{ledgerText().kinds[entry.kind]}</span>
        <strong>{`${sign}${money(entry.amount)}`}</strong>
      </div>
      {reason && <p>{reason}</p>}
      <p class="hint">{`${dayAndTime(entry.created_at, entry.timezone)} · ${ledgerText().after(money(entry.balance_after))}`}</p>
    </li>
  );
}
