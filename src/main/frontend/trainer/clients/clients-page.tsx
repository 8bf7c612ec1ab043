import { useState } from 'preact/hooks';
import type { ClientSort } from '../../shared/api/types';
import { go } from '../../shared/route';
import { Icon } from '../../shared/ui/icon';
import { Chips, Row } from '../../shared/ui/parts';
import { ClientPicker } from './client-picker';
import { text } from './text';

/** The order and the search outlive a look at one client. */
let lastSort: ClientSort = 'recent';
let lastQuery = '';

export function ClientsPage({ trainerId }: { trainerId: number }) {
  const [sort, setSort] = useState(lastSort);
  return (
    <main class="page with-tabs">
      <h1>{text().title}</h1>
      <ClientPicker
        trainerId={trainerId}
        sort={sort}
        archived
        firstQuery={lastQuery}
        onQuery={(query) => {
          lastQuery = query;
        }}
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
        <div class="card flush">
          <Row
            lead={
              <span class="avatar invite">
                <Icon name="plus" />
              </span>
            }
            title={text().invite}
            detail={text().inviteHint}
            onPress={() => go('/link')}
            testId="invite"
          />
        </div>
      </ClientPicker>
    </main>
  );
}
