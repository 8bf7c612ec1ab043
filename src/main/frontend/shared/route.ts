import { signal } from '@preact/signals';
import { launch } from './telegram/bridge';
import { leaveSafely } from './unsaved';

const LAST_VIEW = `last-view/${location.pathname.split('/')[1]}/${launch?.userId ?? 0}`;
/** Who comes back this soon has closed the app by accident, or looked something up in a chat. */
const COME_BACK_MS = 120_000;

/**
 * The page as a path in the hash (`#/settings/hours`), so that a reload stays where it was. Telegram's BackButton
 * leads back by meaning, not by history; hence the hash is replaced and never pushed.
 */
export const route = signal(firstRoute());

/** Goes to a page, after a question if that would lose edits. */
export function go(path: string): void {
  leaveSafely(() => show(path));
}

/** How far down each page was left. */
const places = new Map<string, number>();

/** Goes back to where a page was left, after the same question. */
export function goBack(path: string): void {
  leaveSafely(() => {
    show(path);
    const place = places.get(path);
    // Until it is drawn there is nothing to scroll.
    if (place) requestAnimationFrame(() => window.scrollTo(0, place));
  });
}

/** Goes to the top of a page, without a question. */
export function show(path: string): void {
  places.set(route.peek(), window.scrollY);
  route.value = path;
  history.replaceState(null, '', `#${path}`);
  window.scrollTo(0, 0);
  comeBackTo(path);
}

/** Where the app opens if it is closed now and opened again soon: by itself the page that is on the screen. */
export function comeBackTo(path: string): void {
  try {
    localStorage.setItem(LAST_VIEW, JSON.stringify({ path, at: Date.now() }));
  } catch {
    // Without a storage the app opens on its first page.
  }
}

/** `#/clients?tgWebAppData=…` of a link, or a deep link's start parameter: `booking_42` opens /booking/42. */
function firstRoute(): string {
  const path = /^#(\/[^?]*)/.exec(location.hash)?.[1];
  return path ?? (launch?.startParam ? `/${launch.startParam.replaceAll('_', '/')}` : (lastView() ?? '/'));
}

function lastView(): string | undefined {
  try {
    const { path, at } = JSON.parse(localStorage.getItem(LAST_VIEW) ?? '{}');
    return Date.now() - at < COME_BACK_MS ? path : undefined;
  } catch {
    return undefined;
  }
}
