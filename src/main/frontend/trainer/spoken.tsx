import type { ComponentChildren } from 'preact';

/** What is drawn in short and said in full. */
export function Spoken({ as, children }: { as: string; children: ComponentChildren }) {
  return (
    <>
      <span class="drawn" aria-hidden="true">
        {children}
      </span>
      <span class="sr-only">{as}</span>
    </>
  );
}
