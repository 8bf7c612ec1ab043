import type { RosterClient } from '../../shared/api/types';
import { openInTelegram } from '../../shared/telegram/environment';
import { Icon } from '../../shared/ui/icon';
import { text } from './text';

/** The ways to a client: to book them, to write, to call. */
export function Reach({ client: { client, phone }, onBook }: { client: RosterClient; onBook: () => void }) {
  const digits = phone?.replace(/\D/g, '');
  // Whoever has no name in Telegram can still be found by their number.
  const chat = client.username ?? (digits && `+${digits}`);
  return (
    <div class="reach">
      <button type="button" class="reach-button" onClick={onBook}>
        <Icon name="calendar" />
        {text().bookClient}
      </button>
      {chat && (
        <button type="button" class="reach-button" onClick={() => openInTelegram(`https://t.me/${chat}`)}>
          <Icon name="share" />
          {text().write}
        </button>
      )}
      {phone && (
        <a class="reach-button" href={`tel:${phone}`}>
          <Icon name="phone" />
          {text().call}
        </a>
      )}
    </div>
  );
}
