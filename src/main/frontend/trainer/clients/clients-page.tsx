import { useState } from 'preact/hooks';
import type { ClientSort } from '../../shared/api/types';
import { go } from '../../shared/route';
import { Chips } from '../../shared/ui/parts';
import { text } from '../text';
import { ClientPicker } from './client-picker';

/** The order outlives a look at one client. */
let lastSort: ClientSort = 'recent';

export function ClientsPage({ trainerId }: { trainerId: number }) {
  const [sort, setSort] = useState(lastSort);
  return (
    <main class="page with-tabs">
      <h1>{text().tabs.clients}</h1>
      <ClientPicker
        trainerId={trainerId}
        sort={sort}
        archived
        onPick={(one) => go(`/clients/${one.client.telegram_id}`)}
      >
        <Chips
          label={text().sort}
          options={(['recent', 'name', 'balance'] as const).map((value) => ({ value, text: text().sorts[value] }))}
          value={sort}
          onChange={(chosen) => {
            lastSort = chosen;
            setSort(chosen);
          }}
        />
      </ClientPicker>
    </main>
  );
}
