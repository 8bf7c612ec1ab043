import { signal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';
import type { Loaded } from '../shared/data';
import { Await } from '../shared/ui/feedback';
import { Sheet } from '../shared/ui/sheet';

const rest: (() => void)[] = [];

/** Brings in what the first load went without, so that it opens at once afterwards, without a network, too. */
export function fetchTheRest(): void {
  for (const fetch of rest) fetch();
}

/** A part of the app that is not in the first load; until it is here, `frame` shows how far that is. */
function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  frame: (state: Loaded<never>, props: P) => VNode,
): ComponentType<P> {
  const part = signal<ComponentType<P>>();
  const failure = signal<unknown>(undefined);
  let asked = false;
  function fetch(): void {
    if (asked) return;
    asked = true;
    load().then(
      (loaded) => {
        part.value = loaded;
      },
      (error) => {
        failure.value = error;
      },
    );
  }
  rest.push(fetch);

  return function Lazy(props: P) {
    fetch();
    const Part = part.value;
    // A browser does not ask again for a script that it could not get; a new page does.
    const state = { data: undefined, error: failure.value, retry: () => location.reload() };
    return Part ? <Part {...props} /> : frame(state, props);
  };
}

export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return lazy(load, (state) => (
    <main class="page with-tabs">
      <Await of={state} rows={5}>
        {() => null}
      </Await>
    </main>
  ));
}

export function lazySheet<P extends { onClose: () => void }>(
  title: () => string,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  return lazy(load, (state, { onClose }) => (
    <Sheet title={title()} onClose={onClose}>
      <Await of={state} rows={4}>
        {() => null}
      </Await>
    </Sheet>
  ));
}
