import type { Person } from '../api/types';
import { openInTelegram } from '../telegram/environment';
import { common } from '../text/common';

export function WriteInTelegram({ to }: { to: Person }) {
  if (!to.username) return null;
  return (
    <button type="button" class="button quiet" onClick={() => openInTelegram(`https://t.me/${to.username}`)}>
      {common().writeInTelegram}
    </button>
  );
}
