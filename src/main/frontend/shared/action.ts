import { useRef, useState } from 'preact/hooks';
import { ApiError } from './api/http';
import type { SeriesConflict } from './api/types';
import { refreshAll } from './data';
import { haptic } from './telegram/environment';
import { sentence } from './text/sentence';
import { toast } from './ui/feedback';

export interface Action<A extends unknown[]> {
  run: (...args: A) => Promise<void>;
  busy: boolean;
  /** What to tell the person when the last run failed. */
  problem: string | undefined;
  code: string | undefined;
  /** The weeks that stood in the way of a series. */
  conflicts: SeriesConflict[];
}

/** A write with what a person has to see of it: that it runs, and a sentence when it failed. */
export function useAction<A extends unknown[], T>(
  act: (...args: A) => Promise<T>,
  onDone: (result: T) => void,
): Action<A> {
  const [busy, setBusy] = useState(false);
  // The second tap of two may come before the screen knows of the first.
  const running = useRef(false);
  const [failure, setFailure] = useState<unknown>();

  async function run(...args: A): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const result = await act(...args);
      haptic('success');
      onDone(result);
      refreshAll();
    } catch (error) {
      haptic('error');
      setFailure(error);
      // A conflict means that the screen is behind the truth.
      if (error instanceof ApiError && error.status === 409) refreshAll();
      // What is reloaded takes the form away, and the word about it along: so it is said in passing, too.
      if (error instanceof ApiError && error.code === 'stale_version') toast(sentence(error, 'write'));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return {
    run,
    busy,
    problem: failure === undefined ? undefined : sentence(failure, 'write'),
    code: failure instanceof ApiError ? failure.code : undefined,
    conflicts: failure instanceof ApiError ? failure.conflicts : [],
  };
}
