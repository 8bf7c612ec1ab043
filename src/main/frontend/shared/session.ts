import { signal } from '@preact/signals';
import { api } from './api/calls';
import type { Me } from './api/types';
import { launch } from './telegram/bridge';
import { asLanguage, language } from './text/language';
import { viewerZone } from './text/zones';

export type Session =
  | { state: 'starting' }
  | { state: 'outside' }
  | { state: 'failed'; error: unknown }
  | { state: 'ready'; me: Me };

export const session = signal<Session>({ state: 'starting' });

export async function startSession(): Promise<void> {
  if (!launch?.initData) {
    session.value = { state: 'outside' };
    return;
  }
  session.value = { state: 'starting' };
  try {
    welcome(await api.signIn());
  } catch (error) {
    session.value = { state: 'failed', error };
  }
}

export async function refreshMe(): Promise<void> {
  welcome(await api.me());
}

function welcome(me: Me): void {
  if (me.language) language.value = asLanguage(me.language);
  session.value = { state: 'ready', me };
  reportWhereabouts(me);
}

/** The bot writes in the language and the zone that the app has seen; nobody waits for this to arrive. */
function reportWhereabouts(me: Me): void {
  const news = {
    ...(me.timezone !== viewerZone && { timezone: viewerZone }),
    ...(!me.language && { language: language.value }),
  };
  if (Object.keys(news).length > 0) api.saveProfile(news).catch(() => {});
}
