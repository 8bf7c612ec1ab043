import { useState } from 'preact/hooks';
import type { RosterClient } from '../../shared/api/types';
import { WriteInTelegram } from '../../shared/booking/write-in-telegram';
import { common } from '../../shared/text/common';
import { fullName, money } from '../../shared/text/format';
import { shortDay } from '../../shared/text/time';
import { viewerZone } from '../../shared/text/zones';
import { Avatar, Fact } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { text } from '../text';
import { ClientPicker } from './client-picker';

export function ClientsPage({ trainerId }: { trainerId: number }) {
  const [opened, setOpened] = useState<RosterClient | null>(null);
  return (
    <main class="page with-tabs">
      <h1>{text().tabs.clients}</h1>
      <ClientPicker trainerId={trainerId} onPick={setOpened} />
      {opened && <ClientSheet of={opened} onClose={() => setOpened(null)} />}
    </main>
  );
}

function ClientSheet({ of, onClose }: { of: RosterClient; onClose: () => void }) {
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
      <WriteInTelegram to={of.client} />
    </Sheet>
  );
}
