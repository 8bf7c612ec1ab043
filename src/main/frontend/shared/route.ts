import { signal } from '@preact/signals';
import { launch } from './telegram/bridge';
import { leaveSafely } from './unsaved';

/**
 * The page as a path in the hash (`#/settings/hours`), so that a reload stays where it was. Telegram's BackButton
 * leads back by meaning, not by history; hence the hash is replaced and never pushed.
 */
export const route = signal(firstRoute());

/** Goes to a page, after a question if that would lose edits. */
export function go(path: string): void {
  leaveSafely(() => show(path));
}

/** Goes to a page without a question. */
export function show(path: string): void {
  route.value = path;
  history.replaceState(null, '', `#${path}`);
  window.scrollTo(0, 0);
}

/** `#/clients?tgWebAppData=…` of a link, or a deep link's start parameter: `booking_42` opens /booking/42. */
function firstRoute(): string {
  const path = /^#(\/[^?]*)/.exec(location.hash)?.[1];
  return path ?? (launch?.startParam ? `/${launch.startParam.replaceAll('_', '/')}` : '/');
}
