import { signal } from '@preact/signals';

/** Whether the service was out of reach when it was last tried, or the phone itself says that it has no network. */
export const offline = signal(navigator.onLine === false);

let lostAt = Number.NEGATIVE_INFINITY;

/** An answer came to what was asked then (`performance.now()`): to what was asked before the network went, it proves nothing. */
export function answered(askedAt: number): void {
  if (askedAt >= lostAt) offline.value = false;
}

window.addEventListener('offline', () => {
  lostAt = performance.now();
  offline.value = true;
});
window.addEventListener('online', () => {
  offline.value = false;
});
