import { useState } from 'preact/hooks';
import type { Money, RosterClient } from '../../shared/api/types';
import { WriteInTelegram } from '../../shared/booking/write-in-telegram';
import { common } from '../../shared/text/common';
import { fullName, money } from '../../shared/text/format';
import { shortDay } from '../../shared/text/time';
import { viewerZone } from '../../shared/text/zones';
import { Avatar, Fact } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { text } from '../text';
import { ClientPicker } from './client-picker';
import { MoneySheet } from './money-sheet';

/** `price`: of a session, unless another is agreed with the client. */
export function ClientsPage({ trainerId, price }: { trainerId: number; price: Money }) {
  const [opened, setOpened] = useState<RosterClient | null>(null);
  const [atMoney, setAtMoney] = useState(false);
  const close = () => {
    setOpened(null);
    setAtMoney(false);
  };
  return (
    <main class="page with-tabs">
      <h1>{text().tabs.clients}</h1>
      <ClientPicker trainerId={trainerId} onPick={setOpened} />
      {opened && !atMoney && <ClientSheet of={opened} onMoney={() => setAtMoney(true)} onClose={close} />}
      {opened && atMoney && (
        <MoneySheet trainerId={trainerId} of={opened} price={opened.price ?? price} onClose={close} />
      )}
    </main>
  );
}

function ClientSheet({ of, onMoney, onClose }: { of: RosterClient; onMoney: () => void; onClose: () => void }) {
  const name = fullName(of.client);
  return (
    <Sheet title={text().client} onClose={onClose}>
      <div class="person">
        <Avatar of={of.client} />
        <div class="row-text">
          <strong>{name}</strong>
          {of.client.username && <span class="hint">@{of.client.username}</span>}
        </div>
      </div>
      <dl class="facts">
        {of.phone && (
          <Fact label={text().phone}>
            <a href={`tel:${of.phone}`}>{of.phone}</a>
          </Fact>
        )}
        {of.balance && <Fact label={text().balance}>{money(of.balance)}</Fact>}
        <Fact label={text().total}>{of.bookings_total}</Fact>
        <Fact label={text().ahead}>{of.bookings_upcoming}</Fact>
        {of.last_visit_at && <Fact label={text().lastVisit}>{shortDay(of.last_visit_at, viewerZone)}</Fact>}
        {of.price && <Fact label={text().ownPrice}>{money(of.price)}</Fact>}
        {of.note && <Fact label={common().note}>{of.note}</Fact>}
      </dl>
      <button type="button" class="button primary" onClick={onMoney}>
        {text().money}
      </button>
      <WriteInTelegram to={of.client} />
    </Sheet>
  );
}
