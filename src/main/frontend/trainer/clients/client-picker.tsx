import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { ClientSort, RosterClient } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { go } from '../../shared/route';
import { common } from '../../shared/text/common';
import { fullName, money } from '../../shared/text/format';
import { Await, Empty } from '../../shared/ui/feedback';
import { PersonRow } from '../../shared/ui/parts';
import { text } from './text';

interface Props {
  trainerId: number;
  sort?: ClientSort;
  /** Whether those in the archive can be found, behind the others. */
  archived?: boolean;
  /** What is searched for at first. */
  firstQuery?: string;
  onQuery?: (query: string) => void;
  onPick: (client: RosterClient) => void;
  /** Stands between the search and the list. */
  children?: ComponentChildren;
}

/** The roster as the server sorts it, with a search. */
export function ClientPicker(props: Props) {
  const { trainerId, sort = 'recent', archived = false, firstQuery = '', onQuery, onPick, children } = props;
  const roster = useLoad(`clients/${sort}`, () => api.clients(trainerId, sort));
  const [query, setQuery] = useState(firstQuery);
  return (
    <Await of={roster} rows={5}>
      {(clients) => {
        if (clients.length === 0) return <NoClients />;
        const found = clients.filter((one) => matches(one, query));
        const present = found.filter((one) => !one.archived);
        const shelved = archived ? found.filter((one) => one.archived) : [];
        return (
          <>
            <input
              type="search"
              class="search"
              placeholder={common().search}
              aria-label={common().search}
              value={query}
              onInput={(event) => {
                setQuery(event.currentTarget.value);
                onQuery?.(event.currentTarget.value);
              }}
            />
            {children}
            {present.length + shelved.length === 0 && <p class="hint center">{text().nobodyFound}</p>}
            <Clients of={present} onPick={onPick} />
            {shelved.length > 0 && (
              <details class="shelf" open={query.trim() !== ''}>
                <summary>{text().archive(shelved.length)}</summary>
                <Clients of={shelved} onPick={onPick} />
              </details>
            )}
          </>
        );
      }}
    </Await>
  );
}

function Clients({ of, onPick }: { of: RosterClient[]; onPick: (client: RosterClient) => void }) {
  if (of.length === 0) return null;
  return (
    <div class="card flush">
      {of.map((one) => (
        <PersonRow
          key={one.client.telegram_id}
          person={one.client}
          detail={[
            text().ahead(one.bookings_upcoming, one.bookings_total),
            one.price && text().ownPrice(money(one.price)),
          ]
            .filter(Boolean)
            .join(' · ')}
          value={one.balance && <Balance of={one.balance} />}
          onPress={() => onPick(one)}
          testId="client"
        />
      ))}
    </div>
  );
}

/** A debt is told by its sign and its colour. */
export function Balance({ of }: { of: NonNullable<RosterClient['balance']> }) {
  return <span class={of.amount < 0 ? 'debt' : ''}>{money(of)}</span>;
}

function NoClients() {
  return (
    <Empty title={text().noClientsTitle}>
      <p>{text().noClientsText}</p>
      <button type="button" class="button primary" onClick={() => go('/link')}>
        {text().invite}
      </button>
    </Empty>
  );
}

/** By any part of the name, or by digits of the phone. */
export function matches({ client, phone }: Pick<RosterClient, 'client' | 'phone'>, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  const digits = wanted.replace(/\D/g, '');
  return (
    fullName(client).toLowerCase().includes(wanted) ||
    (client.username ?? '').toLowerCase().includes(wanted.replace('@', '')) ||
    (digits.length > 2 && (phone ?? '').replace(/\D/g, '').includes(digits))
  );
}
