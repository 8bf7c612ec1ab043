import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';

/** The last answer of every read, so that a page seen before is there at once, and still there without a network. */
const cache = new Map<string, unknown>();

/** Grows when what was read may no longer be true: every read on the screen is made again. */
const generation = signal(0);

export function refreshAll(): void {
  generation.value++;
}

const STALE_MS = 60_000;
let readAt = Date.now();
window.addEventListener('online', refreshAll);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && Date.now() - readAt > STALE_MS) refreshAll();
});

export interface Loaded<T> {
  /** Undefined until the first answer. */
  data: T | undefined;
  /** Why the last attempt failed, data or not. */
  error: unknown;
  retry: () => void;
}

/** Reads and keeps what `load` answers; `key` names it (null: nothing to read yet). */
export function useLoad<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [failure, setFailure] = useState<{ key: string; error: unknown }>();
  const [, redraw] = useState({});
  const now = generation.value;

  useEffect(() => {
    if (key === null) return;
    let current = true;
    load().then(
      (data) => {
        cache.set(key, data);
        readAt = Date.now();
        if (!current) return;
        setFailure(undefined);
        redraw({});
      },
      (error) => current && setFailure({ key, error }),
    );
    return () => {
      current = false;
    };
  }, [key, now]);

  return {
    data: key === null ? undefined : (cache.get(key) as T | undefined),
    error: failure?.key === key ? failure?.error : undefined,
    retry: refreshAll,
  };
}

/** For tests: each begins without a memory. */
export function forgetAll(): void {
  cache.clear();
}
