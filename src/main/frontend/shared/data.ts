import { effect, signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { offline } from './connection';
import { forgetKept, type Kept, keep, recall } from './kept';

/** The last answer of every read: a page seen before is there at once, and still there without a network. */
const memory = new Map<string, Kept>();

/** Of those, what came before the page that is going to ask for it, and when: epoch milliseconds. */
const preloaded = new Map<string, number>();
/** The page is drawn at once; what comes after it was drawn is no reason not to ask. */
const PRELOADED_MS = 1000;

/** Grows when what was read may no longer be true: every read on the screen is made again. */
const generation = signal(0);
/** Grows when what is known has changed without a read. */
const changes = signal(0);

export function refreshAll(): void {
  generation.value++;
}

const STALE_MS = 60_000;
const TRY_AGAIN_MS = 10_000;
let readAt = Date.now();
window.addEventListener('online', refreshAll);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && (offline.value || Date.now() - readAt > STALE_MS)) refreshAll();
});
// Not every phone tells when the network is back.
effect(() => {
  if (!offline.value) return;
  const trying = setInterval(() => !document.hidden && refreshAll(), TRY_AGAIN_MS);
  return () => clearInterval(trying);
});

export interface Loaded<T> {
  /** Undefined until the first answer. */
  data: T | undefined;
  /** When it was asked for, epoch milliseconds: what has happened since it may not tell. */
  at?: number | undefined;
  /** Why the last attempt failed, data or not. */
  error: unknown;
  retry: () => void;
}

/** Reads and keeps what `load` answers; `key` names it (null: nothing to read yet). */
export function useLoad<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [failure, setFailure] = useState<{ key: string; error: unknown }>();
  const [, redraw] = useState({});
  const now = generation.value;
  void changes.value;
  const known = key === null ? undefined : lookUp(key);

  useEffect(() => {
    if (key === null || takePreloaded(key)) return;
    let current = true;
    const askedAt = Date.now();
    load().then(
      (data) => {
        if (!isOutdated(key, askedAt)) remember(key, data, askedAt);
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

  useShown(known?.at);
  return {
    data: known?.data as T | undefined,
    at: known?.at,
    error: failure?.key === key ? failure?.error : undefined,
    retry: refreshAll,
  };
}

/** Reads what the next page is going to ask for: it has it with its first drawing, and does not ask again. */
export async function preload<T>(key: string, load: () => Promise<T>): Promise<void> {
  const askedAt = Date.now();
  remember(key, await load(), askedAt);
  preloaded.set(key, Date.now());
}

function takePreloaded(key: string): boolean {
  const at = preloaded.get(key) ?? 0;
  preloaded.delete(key);
  return Date.now() - at < PRELOADED_MS;
}

/** What was answered under this name before, on this phone. */
export function remembered<T>(key: string): T | undefined {
  return lookUp(key)?.data as T | undefined;
}

export function remember(key: string, data: unknown, at = Date.now()): void {
  const kept = { at, data };
  memory.set(key, kept);
  keep(key, kept);
}

/** Whether something newer is known than what was asked for then: a slow answer must not undo it. */
function isOutdated(key: string, askedAt: number): boolean {
  const { at = 0, changedAt = 0 } = memory.get(key) ?? {};
  return Math.max(at, changedAt) > askedAt;
}

function lookUp(key: string): Kept | undefined {
  if (!memory.has(key)) {
    const kept = recall(key);
    if (kept) memory.set(key, kept);
  }
  return memory.get(key);
}

/** Of the answers on the screen, when each was asked for: epoch milliseconds. */
const shown = signal<ReadonlyMap<object, number>>(new Map());

/** How old what is on the screen is at most; undefined while nothing is. */
export function oldestShown(): number | undefined {
  return shown.value.size > 0 ? Math.min(...shown.value.values()) : undefined;
}

function useShown(at: number | undefined): void {
  const self = useRef({}).current;
  useEffect(() => {
    if (at === undefined) return;
    shown.value = new Map(shown.peek()).set(self, at);
    return () => {
      const rest = new Map(shown.peek());
      rest.delete(self);
      shown.value = rest;
    };
  }, [at]);
}

/**
 * Puts a thing in place of itself wherever it stands in what was read: as the service answered it, or as it is going to
 * be before the service has said so. Answers with the way back; what was read anew meanwhile stays as it was read.
 */
export function setEverywhere<T extends { id: string }>(next: T): () => void {
  const before = new Map<string, [Kept, Kept]>();
  for (const [key, kept] of memory) {
    const data = replaced(kept.data, next);
    if (data === kept.data) continue;
    const changed = { ...kept, data, changedAt: Date.now() };
    before.set(key, [kept, changed]);
    memory.set(key, changed);
  }
  changes.value++;
  return () => {
    for (const [key, [kept, changed]] of before) if (memory.get(key) === changed) memory.set(key, kept);
    changes.value++;
  };
}

/** A copy with `next` in place of what has its id; the very same where nothing has. */
function replaced(value: unknown, next: { id: string }): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => replaced(item, next));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value && value.id === next.id) return { ...value, ...next };
  const fields = Object.entries(value).map(([name, field]) => [name, replaced(field, next)] as const);
  return fields.some(([name, field]) => field !== value[name as keyof typeof value])
    ? Object.fromEntries(fields)
    : value;
}

/** For a start from nothing; each test begins with one. */
export function forgetAll(): void {
  memory.clear();
  preloaded.clear();
  forgetKept();
}
