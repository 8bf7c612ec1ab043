import { signal } from '@preact/signals';

/** Whether the service was out of reach when it was last tried, or the phone itself says that it has no network. */
export const offline = signal(navigator.onLine === false);

window.addEventListener('offline', () => {
  offline.value = true;
});
window.addEventListener('online', () => {
  offline.value = false;
});
