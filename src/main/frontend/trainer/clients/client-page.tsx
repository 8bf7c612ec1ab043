import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { ClientMonth, Money, RosterClient } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { LedgerList } from '../../shared/ledger/ledger-list';
import { go } from '../../shared/route';
import { fullName, money } from '../../shared/text/format';
import { monthAndYear, shortDay } from '../../shared/text/time';
import { Await } from '../../shared/ui/feedback';
import { Avatar, Fact } from '../../shared/ui/parts';
import { BackLink } from '../back-link';
import { bookingFor } from '../today/booking-for';
import { ClientForm } from './client-form';
import { Balance } from './client-picker';
import { ClientSessions } from './client-sessions';
import { AdjustSheet, TopUpSheet } from './money-sheets';
import { Reach } from './reach';
import { text } from './text';

interface Props {
  trainerId: number;
  clientId: number;
  /** Of a session, unless another is agreed with the client. */
  price: Money;
}

export function ClientPage({ trainerId, clientId, price }: Props) {
  const client = useLoad(`client/${clientId}`, () => api.rosterClient(trainerId, clientId));
  const ledger = useLoad(`ledger/${trainerId}/${clientId}`, () => api.ledger(trainerId, clientId));
  return (
    <main class="page">
      <BackLink to="/clients" />
      <Await of={client} rows={5}>
        {(loaded) => (
          <>
            <Head of={loaded} />
            <BalanceCard trainerId={trainerId} of={loaded} price={loaded.price ?? price} />
            <Facts of={loaded} />
            <ClientSessions trainerId={trainerId} clientId={clientId} />
            <ClientForm key={loaded.version} trainerId={trainerId} saved={loaded} price={price} />
            <Months of={loaded.stats ?? []} />
            <div class="card">
              <LedgerList of={ledger} />
            </div>
          </>
        )}
      </Await>
    </main>
  );
}

function Head({ of }: { of: RosterClient }) {
  return (
    <>
      <div class="person">
        <Avatar of={of.client} />
        <div class="row-text">
          <h1 class="person-name">{fullName(of.client)}</h1>
          {of.client.username && <span class="hint">@{of.client.username}</span>}
        </div>
      </div>
      <Reach
        client={of}
        onBook={() => {
          bookingFor.value = of;
          go('/');
        }}
      />
    </>
  );
}

function BalanceCard({ trainerId, of, price }: { trainerId: number; of: RosterClient; price: Money }) {
  const [open, setOpen] = useState<'topup' | 'adjust' | null>(null);
  const balance = of.balance ?? { ...price, amount: 0 };
  const sessions = price.amount > 0 ? Math.floor(balance.amount / price.amount) : 0;
  const close = () => setOpen(null);
  return (
    <section class="card" aria-label={text().balance}>
      <div>
        <h2 class="field-label">{text().balance}</h2>
        <p class="balance" data-testid="balance">
          <Balance of={balance} />
        </p>
        {price.amount > 0 && (
          <p class="hint">
            {balance.amount < 0 ? text().owes : sessions > 0 ? text().enoughFor(sessions) : text().notEnough}
          </p>
        )}
      </div>
      <div class="pair">
        <button type="button" class="button primary" onClick={() => setOpen('topup')}>
          {text().topUp}
        </button>
        <button type="button" class="button quiet" onClick={() => setOpen('adjust')}>
          {text().adjust}
        </button>
      </div>
      {open === 'topup' && <TopUpSheet trainerId={trainerId} of={of} price={price} onClose={close} />}
      {open === 'adjust' && <AdjustSheet trainerId={trainerId} of={of} onClose={close} />}
    </section>
  );
}

function Facts({ of }: { of: RosterClient }) {
  // As the trainer's clock had it, wherever the phone is now.
  const lastVisit = of.last_visit_at?.slice(0, 10);
  return (
    <dl class="facts card">
      {of.phone && <Fact label={text().phone}>{of.phone}</Fact>}
      <Fact label={text().total}>{of.bookings_total}</Fact>
      <Fact label={text().upcoming}>{of.bookings_upcoming}</Fact>
      {lastVisit && <Fact label={text().lastVisit}>{shortDay(lastVisit, 'UTC')}</Fact>}
    </dl>
  );
}

function Months({ of }: { of: ClientMonth[] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2 class="section-title">{text().months}</h2>
      <div class="card flush" data-testid="months">
        {of.map((one) => (
          <div class="row" key={one.month}>
            <span class="row-text">
              <span class="row-title">{monthAndYear(one.month)}</span>
              <span class="hint">{text().monthFigures(one)}</span>
            </span>
            <span class="row-value">{money(one.spent)}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
