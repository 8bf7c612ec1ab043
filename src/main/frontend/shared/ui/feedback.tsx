import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ApiError } from '../api/http';
import type { Loaded } from '../data';
import { common } from '../text/common';
import { sentence } from '../text/sentence';

interface Said {
  text: string;
  /** A way on, for what did not work. */
  action?: { text: string; run: () => void } | undefined;
}

const said = signal<Said | null>(null);
let hiding: ReturnType<typeof setTimeout> | undefined;

const SHORT_MS = 4000;
/** To read a reason and to decide takes longer. */
const LONG_MS = 9000;

/** Says in passing what was done; or what was not, and then with a way on. */
export function toast(text: string, action?: Said['action']): void {
  clearTimeout(hiding);
  said.value = { text, action };
  hiding = setTimeout(hideToast, action ? LONG_MS : SHORT_MS);
}

function hideToast(): void {
  said.value = null;
}

/** The last one has the word: a sheet lies over the page, and what is below can be neither seen nor pressed. */
const places = signal<object[]>([]);

export function Toast() {
  const self = useRef({}).current;
  useLayoutEffect(() => {
    places.value = [...places.peek(), self];
    return () => {
      places.value = places.peek().filter((place) => place !== self);
    };
  }, []);
  const now = places.value[places.value.length - 1] === self ? said.value : null;
  const action = now?.action;
  return (
    <div class="toast-place" role="status">
      {now && (
        <p class="toast">
          <span>{now.text}</span>
          {action && (
            <button
              type="button"
              onClick={() => {
                hideToast();
                action.run();
              }}
            >
              {action.text}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

export function Problem({ children }: { children: ComponentChildren }) {
  return children ? (
    <p class="problem" role="alert" ref={showItself}>
      {children}
    </p>
  ) : null;
}

/** A sentence below the fold would go unread. */
function showItself(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'nearest' });
}

/** What is coming, in its outline: a heading and rows, or whatever `children` draw. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div class="stack" role="status" aria-label={common().loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton" />
      ))}
    </div>
  );
}

interface EmptyProps {
  title: string;
  children?: ComponentChildren;
}

/** A page, or a part of one, with nothing in it yet: says why, and leads on. */
export function Empty({ title, heading: Heading = 'h2', children }: EmptyProps & { heading?: 'h1' | 'h2' }) {
  return (
    <section class="empty">
      <svg viewBox="0 0 120 72" aria-hidden="true">
        <path d="M14 60h92M30 60V22a6 6 0 0 1 6-6h48a6 6 0 0 1 6 6v38M30 30h60M44 10v12M76 10v12M48 45l8 8 16-16" />
      </svg>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

/** The same as all of the page. */
export function Alone(props: EmptyProps) {
  return (
    <main class="alone">
      <Empty heading="h1" {...props} />
    </main>
  );
}

/** What was loaded; before it a skeleton, instead of it why not, and a way on. Old data beside no network is the banner's. */
export function Await<T>({
  of: { data, error, retry },
  rows,
  skeleton,
  children,
}: {
  of: Loaded<T>;
  rows?: number;
  /** The outline of what is coming, where rows are not like it. */
  skeleton?: ComponentChildren;
  children: (data: T) => ComponentChildren;
}) {
  if (data === undefined && error === undefined) return skeleton ?? <Skeleton {...(rows && { rows })} />;
  const told = data === undefined || !isOffline(error);
  return (
    <>
      {error !== undefined && told && (
        <div class="note" role="alert">
          <p>{data === undefined ? sentence(error) : common().notFresh(sentence(error))}</p>
          <button type="button" class="button quiet" onClick={retry}>
            {common().retry}
          </button>
        </div>
      )}
      {data !== undefined && children(data)}
    </>
  );
}

function isOffline(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'offline';
}
