import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Loaded } from '../data';
import { common } from '../text/common';
import { sentence } from '../text/sentence';

const toastText = signal<string | null>(null);
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Says in passing what was done. */
export function toast(text: string): void {
  clearTimeout(hiding);
  toastText.value = text;
  hiding = setTimeout(() => {
    toastText.value = null;
  }, 4000);
}

export function Toast() {
  return (
    <div class="toast-place" role="status">
      {toastText.value && <p class="toast">{toastText.value}</p>}
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

export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div class="stack" role="status" aria-label={common().loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton" />
      ))}
    </div>
  );
}

/** A page, or a part of one, with nothing in it yet: says why, and leads on. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <svg viewBox="0 0 120 72" aria-hidden="true">
        <path d="M14 60h92M30 60V22a6 6 0 0 1 6-6h48a6 6 0 0 1 6 6v38M30 30h60M44 10v12M76 10v12M48 45l8 8 16-16" />
      </svg>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What was loaded; before it a skeleton, beside old data a word about the lost connection, after a failure a way on. */
export function Await<T>({
  of: { data, error, retry },
  rows,
  children,
}: {
  of: Loaded<T>;
  rows?: number;
  children: (data: T) => ComponentChildren;
}) {
  if (data === undefined && error === undefined) return <Skeleton {...(rows && { rows })} />;
  return (
    <>
      {error !== undefined && (
        <div class="note" role="alert">
          <p>{data === undefined ? sentence(error) : common().offline}</p>
          <button type="button" class="button quiet" onClick={retry}>
            {common().retry}
          </button>
        </div>
      )}
      {data !== undefined && children(data)}
    </>
  );
}
