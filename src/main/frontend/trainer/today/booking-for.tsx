import { signal } from '@preact/signals';
import type { RosterClient } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { fullName } from '../../shared/text/format';
import { Icon } from '../../shared/ui/icon';
import { text } from './text';

/** For whom time is being looked for: they were chosen before the time was. */
export const bookingFor = signal<RosterClient | null>(null);

/** Says so over a day or a week, with the way out. */
export function BookingFor() {
  const client = bookingFor.value?.client;
  if (!client) return null;
  return (
    <p class="looking" role="status">
      <span>{text().lookingFor(fullName(client))}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={common().cancelEdit}
        onClick={() => {
          bookingFor.value = null;
        }}
      >
        <Icon name="close" />
      </button>
    </p>
  );
}
