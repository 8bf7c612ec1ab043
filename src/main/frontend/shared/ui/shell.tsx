import { type ComponentChildren, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { signInRefused } from '../api/calls';
import type { Me } from '../api/types';
import { ignoreStrayTaps } from '../double-tap';
import { session, startSession } from '../session';
import { post, supports } from '../telegram/bridge';
import { startTelegram } from '../telegram/environment';
import { common } from '../text/common';
import { language } from '../text/language';
import { sentence } from '../text/sentence';
import { Empty, Skeleton, Toast } from './feedback';

/** Starts an app: Telegram first, so that even a failure is shown in its colours. */
export function startApp(App: (props: { me: Me }) => ComponentChildren): void {
  startTelegram();
  ignoreStrayTaps();
  startSession();
  const place = document.getElementById('app');
  if (place) render(<Shell app={App} />, place);
}

export function Shell({ app: App }: { app: (props: { me: Me }) => ComponentChildren }) {
  const current = session.value;
  const spoken = language.value;
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);

  const text = common();
  if (signInRefused.value) {
    const stale = signInRefused.value.code === 'init_data_stale';
    return (
      <Empty title={stale ? text.staleTitle : text.refusedTitle}>
        <p>{stale ? text.staleText : text.refusedText}</p>
        {supports('web_app_close') && (
          <button type="button" class="button primary" onClick={() => post('web_app_close')}>
            {text.closeApp}
          </button>
        )}
      </Empty>
    );
  }
  switch (current.state) {
    case 'starting':
      return (
        <main class="page">
          <Skeleton rows={5} />
        </main>
      );
    case 'outside':
      return (
        <Empty title={text.outsideTitle}>
          <p>{text.outsideText}</p>
        </Empty>
      );
    case 'failed':
      return (
        <Empty title={sentence(current.error)}>
          <button type="button" class="button primary" onClick={startSession}>
            {text.retry}
          </button>
        </Empty>
      );
    case 'ready':
      return (
        <>
          <App me={current.me} />
          <Toast />
        </>
      );
  }
}
