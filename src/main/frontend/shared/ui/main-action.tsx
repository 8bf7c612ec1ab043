import { type MainButton, useMainButton } from '../telegram/buttons';

/**
 * The page's main action, and what else there is to do beside it: Telegram's MainButton and SecondaryButton, or buttons
 * at the same place where Telegram has none.
 */
export function MainAction(button: MainButton) {
  const byTelegram = useMainButton(button);
  const secondary = byTelegram.secondary ? undefined : button.secondary;
  if (byTelegram.main && !secondary) return null;
  return (
    <div class="main-action">
      {!byTelegram.main && (
        <button
          type="button"
          class={`button ${button.danger ? 'danger' : 'primary'}`}
          disabled={button.disabled || button.busy}
          aria-busy={button.busy}
          onClick={button.onPress}
        >
          {button.text}
        </button>
      )}
      {secondary && (
        <button type="button" class="button quiet" disabled={button.busy} onClick={secondary.onPress}>
          {secondary.text}
        </button>
      )}
    </div>
  );
}
