import { type ComponentChildren, render } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { signInRefused } from '../api/calls';
import type { Me } from '../api/types';
import { forgetAll } from '../data';
import { ignoreStrayTaps } from '../double-tap';
import { route } from '../route';
import { session, startSession } from '../session';
import { post, supports } from '../telegram/bridge';
import { startTelegram } from '../telegram/environment';
import { common } from '../text/common';
import { language } from '../text/language';
import { sentence } from '../text/sentence';
import { ConnectionBanner } from './connection-banner';
import { Alone, Skeleton, Toast } from './feedback';

/**
 * Starts an app: Telegram first, so that even a failure is shown in its colours.
 *
 * @param preloadFirst reads what public/start.js asks for, too
 */
export function startApp(App: (props: { me: Me }) => ComponentChildren, preloadFirst: (me: Me) => Promise<void>): void {
  startTelegram();
  ignoreStrayTaps();
  startSession(preloadFirst);
  // Until it is known whose app it is, the page's own outline stands.
  let drawn = false;
  session.subscribe(({ state }) => {
    const place = document.getElementById('app');
    if (drawn || state === 'starting' || !place) return;
    drawn = true;
    render(<Shell app={App} />, place);
  });
}

export function Shell({ app: App }: { app: (props: { me: Me }) => ComponentChildren }) {
  const current = session.value;
  const spoken = language.value;
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  useFocusOnNewPage();

  if (signInRefused.value) return <Refused stale={signInRefused.value.code === 'init_data_stale'} />;
  switch (current.state) {
    case 'starting':
      return (
        <main class="page">
          <Skeleton rows={5} />
        </main>
      );
    case 'outside':
      return <Outside />;
    case 'failed':
      return (
        <Alone title={sentence(current.error)}>
          <button type="button" class="button primary" onClick={() => startSession()}>
            {common().retry}
          </button>
        </Alone>
      );
    case 'ready':
      return (
        <>
          <ConnectionBanner />
          {/* Before the sheets of the app, which come to lie on top. */}
          <Toast />
          <Guarded>
            <App me={current.me} />
          </Guarded>
        </>
      );
  }
}

/** A mistake of ours must not leave an empty page; and what is kept on the phone may have led to it. */
function Guarded({ children }: { children: ComponentChildren }) {
  const [broken] = useErrorBoundary((error) => console.error(error));
  if (!broken) return <>{children}</>;
  const startAnew = () => {
    forgetAll();
    location.reload();
  };
  return (
    <Alone title={common().unexpected}>
      <button type="button" class="button primary" onClick={startAnew}>
        {common().retry}
      </button>
    </Alone>
  );
}

/** Telegram's word for this person is too old, or not Telegram's. */
function Refused({ stale }: { stale: boolean }) {
  const text = common();
  return (
    <Alone title={stale ? text.staleTitle : text.refusedTitle}>
      <p>{stale ? text.staleText : text.refusedText}</p>
      {supports('web_app_close') ? (
        <button type="button" class="button primary" onClick={() => post('web_app_close')}>
          {text.closeApp}
        </button>
      ) : (
        <BotLink />
      )}
    </Alone>
  );
}

function Outside() {
  const text = common();
  return (
    <Alone title={text.outsideTitle}>
      <p>{text.outsideText}</p>
      <BotLink />
    </Alone>
  );
}

/** Which bot it is, the service knows: the address leads on to its chat. */
function BotLink() {
  return (
    <a class="button primary" href="bot">
      {common().openBot}
    </a>
  );
}

/** A screen reader begins a new page at its heading, as it would after a page load. */
function useFocusOnNewPage(): void {
  const path = route.value;
  const first = useRef(true);
  useEffect(() => {
    const heading = first.current ? null : document.querySelector<HTMLElement>('main h1');
    first.current = false;
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [path]);
}
