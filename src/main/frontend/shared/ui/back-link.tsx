import { supports } from '../telegram/bridge';
import { common } from '../text/common';

/** The way back where Telegram has no BackButton. */
export function BackLink({ onBack }: { onBack: () => void }) {
  if (supports('web_app_setup_back_button')) return null;
  return (
    <button type="button" class="button link back" onClick={onBack}>
      {common().back}
    </button>
  );
}
