import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

const SWIPE_PX = 60;

interface Props {
  /** What is shown, in an order: the next one comes in from the right. */
  of: string;
  onLeft: () => void;
  onRight: () => void;
  children: ComponentChildren;
}

/** What is wider than the screen is moved by the same finger. */
function scrolls(target: EventTarget | null): boolean {
  const wide = target instanceof Element ? target.closest('.scroll') : null;
  return !!wide && wide.scrollWidth > wide.clientWidth;
}

/** A sideways swipe turns over to the next or the former; a scroll, which is mostly downwards, does not. */
export function Swipe({ of, onLeft, onRight, children }: Props) {
  const start = useRef<Touch>();
  const before = useRef(of);
  const side = useRef('');
  if (before.current !== of) {
    side.current = of > before.current ? 'from-right' : 'from-left';
    before.current = of;
  }
  return (
    <div
      key={of}
      class={`stack ${side.current}`}
      onTouchStart={(event) => {
        start.current = scrolls(event.target) ? undefined : event.touches[0];
      }}
      onTouchEnd={(event) => {
        const end = event.changedTouches[0];
        if (!start.current || !end) return;
        const across = end.clientX - start.current.clientX;
        if (Math.abs(across) < SWIPE_PX || Math.abs(across) < 2 * Math.abs(end.clientY - start.current.clientY)) return;
        if (across < 0) onLeft();
        else onRight();
      }}
    >
      {children}
    </div>
  );
}
