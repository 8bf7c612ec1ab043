import { signal } from '@preact/signals';
import { api, signedIn } from './api/calls';
import type { Me } from './api/types';
import { remember, remembered } from './data';
import { launch } from './telegram/bridge';
import { asLanguage, language } from './text/language';
import { viewerZone } from './text/zones';

export type Session =
  | { state: 'starting' }
  | { state: 'outside' }
  | { state: 'failed'; error: unknown }
  | { state: 'ready'; me: Me };

export const session = signal<Session>({ state: 'starting' });
let forgetSignIns: (() => void) | undefined;

/** So long the first screen waits for what public/start.js has asked for, so as to be drawn once and whole. */
const FIRST_READ_MS = 1500;

/**
 * Who was here before sees at once what the phone remembers, while Telegram's word for them is being checked.
 *
 * @param preloadFirst reads what their first screen is made of
 */
export async function startSession(preloadFirst?: (me: Me) => Promise<void>): Promise<void> {
  if (!launch?.initData) {
    session.value = { state: 'outside' };
    return;
  }
  forgetSignIns?.();
  let welcomed: Promise<void> | undefined;
  forgetSignIns = signedIn.subscribe((me) => {
    if (!me) return;
    welcomed = firstRead(me, preloadFirst).then(() => {
      welcome(me);
      reportWhereabouts(me);
    });
  });
  const known = remembered<Me>('me');
  if (known) show(known);
  else session.value = { state: 'starting' };
  try {
    await api.signIn();
    await welcomed;
  } catch (error) {
    // Else what is known stays, and each read tells for itself what it lacks.
    if (!known) session.value = { state: 'failed', error };
  }
}

async function firstRead(me: Me, preloadFirst?: (me: Me) => Promise<void>): Promise<void> {
  if (session.value.state === 'ready' || !preloadFirst || !(await window.signingIn?.firstRead)) return;
  const late = new Promise((resolve) => setTimeout(resolve, FIRST_READ_MS));
  // What cannot be read now the page itself reads anew, and says so if it fails again.
  await Promise.race([preloadFirst(me).catch(() => {}), late]);
}

window.addEventListener('online', () => {
  if (session.value.state === 'failed') startSession();
});

/** Terms change, and a price is shown to who is going to agree to it. */
const STALE_MS = 5 * 60_000;
let welcomedAt = Date.now();
document.addEventListener('visibilitychange', () => {
  const stale = session.value.state === 'ready' && Date.now() - welcomedAt > STALE_MS;
  // Without an answer what is known stays.
  if (!document.hidden && stale) refreshMe().catch(() => {});
});

export async function refreshMe(): Promise<void> {
  welcome(await api.me());
}

/** Takes over what the service says about the person themselves. */
export function welcome(me: Me): void {
  remember('me', me);
  welcomedAt = Date.now();
  show(me);
}

function show(me: Me): void {
  language.value = asLanguage(me.language);
  session.value = { state: 'ready', me };
}

/** The bot writes in the zone that the app has seen; nobody waits for this to arrive. */
function reportWhereabouts(me: Me): void {
  if (me.timezone !== viewerZone) api.saveProfile({ timezone: viewerZone }).catch(() => {});
}
