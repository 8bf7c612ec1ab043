import { type MainButton, useMainButton } from '../telegram/buttons';

/** The page's main action: Telegram's MainButton, or a button at the same place where there is none. */
export function MainAction(button: MainButton) {
  const shownByTelegram = useMainButton(button);
  if (shownByTelegram) return null;
  return (
    <div class="main-action">
      <button
        type="button"
        class="button primary"
        disabled={button.disabled || button.busy}
        aria-busy={button.busy}
        onClick={button.onPress}
      >
        {button.text}
      </button>
    </div>
  );
}
