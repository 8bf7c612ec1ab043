import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { ClientMonth, Money, RosterClient } from '../../shared/api/types';
import { WriteInTelegram } from '../../shared/booking/write-in-telegram';
import { useLoad } from '../../shared/data';
import { go } from '../../shared/route';
import { supports } from '../../shared/telegram/bridge';
import { useBackButton } from '../../shared/telegram/buttons';
import { common } from '../../shared/text/common';
import { fullName, money } from '../../shared/text/format';
import { monthAndYear, shortDay } from '../../shared/text/time';
import { viewerZone } from '../../shared/text/zones';
import { Await } from '../../shared/ui/feedback';
import { Avatar, Fact } from '../../shared/ui/parts';
import { text } from '../text';
import { ClientForm } from './client-form';
import { MoneySheet } from './money-sheet';

const back = () => go('/clients');

/** `price`: of a session, unless another is agreed with the client. */
export function ClientPage({ trainerId, clientId, price }: { trainerId: number; clientId: number; price: Money }) {
  const client = useLoad(`client/${clientId}`, () => api.rosterClient(trainerId, clientId));
  const [atMoney, setAtMoney] = useState(false);
  useBackButton(back);
  return (
    <main class="page">
      {!supports('web_app_setup_back_button') && (
        <button type="button" class="button link back" onClick={back}>
          {common().back}
        </button>
      )}
      <Await of={client} rows={5}>
        {(loaded) => (
          <>
            <Client of={loaded} onMoney={() => setAtMoney(true)} />
            <ClientForm key={loaded.version} trainerId={trainerId} saved={loaded} price={price} />
            <Months of={loaded.stats ?? []} />
            {atMoney && (
              <MoneySheet
                trainerId={trainerId}
                of={loaded}
                price={loaded.price ?? price}
                onClose={() => setAtMoney(false)}
              />
            )}
          </>
        )}
      </Await>
    </main>
  );
}

function Client({ of, onMoney }: { of: RosterClient; onMoney: () => void }) {
  return (
    <>
      <div class="person">
        <Avatar of={of.client} />
        <div class="row-text">
          <h1 class="person-name">{fullName(of.client)}</h1>
          {of.client.username && <span class="hint">@{of.client.username}</span>}
        </div>
      </div>
      <dl class="facts card">
        {of.phone && (
          <Fact label={text().phone}>
            <a href={`tel:${of.phone}`}>{of.phone}</a>
          </Fact>
        )}
        {of.balance && <Fact label={text().balance}>{money(of.balance)}</Fact>}
        <Fact label={text().total}>{of.bookings_total}</Fact>
        <Fact label={text().ahead}>{of.bookings_upcoming}</Fact>
        {of.last_visit_at && <Fact label={text().lastVisit}>{shortDay(of.last_visit_at, viewerZone)}</Fact>}
      </dl>
      <button type="button" class="button primary" onClick={onMoney}>
        {text().money}
      </button>
      <WriteInTelegram to={of.client} />
    </>
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
