import { go } from '../shared/route';
import { supports } from '../shared/telegram/bridge';
import { useBackButton } from '../shared/telegram/buttons';
import { common } from '../shared/text/common';

/** The way back: Telegram's BackButton, or a link at the top where there is none. */
export function BackLink({ to }: { to: string }) {
  const back = () => go(to);
  useBackButton(back);
  if (supports('web_app_setup_back_button')) return null;
  return (
    <button type="button" class="button link back" onClick={back}>
      {common().back}
    </button>
  );
}
