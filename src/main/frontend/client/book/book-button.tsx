import { go } from '../../shared/route';
import { haptic } from '../../shared/telegram/environment';
import { Icon } from '../../shared/ui/icon';
import { text } from '../text';

/** The round button that begins a booking, wherever one is in the app. */
export function BookButton() {
  return (
    <button
      type="button"
      class="fab"
      aria-label={text().book}
      onClick={() => {
        haptic('select');
        go('/book');
      }}
    >
      <Icon name="plus" />
    </button>
  );
}
