const DOUBLE_TAP_MS = 400;
const SAME_PLACE_PX = 12;

/**
 * Swallows the second of two quick taps at one place where the first has taken away what lay there: it was meant for
 * the button that is gone with its sheet, not for what the sheet covered.
 */
export function ignoreStrayTaps(): void {
  let last: MouseEvent | undefined;
  document.addEventListener(
    'click',
    (event) => {
      // A press of a key has no place.
      if (event.detail === 0) return;
      if (last && isGone(last.target) && isSecondOf(last, event)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      last = event;
    },
    true,
  );
}

function isGone(target: EventTarget | null): boolean {
  return target instanceof Node && !target.isConnected;
}

function isSecondOf(first: MouseEvent, second: MouseEvent): boolean {
  const apart = Math.hypot(second.clientX - first.clientX, second.clientY - first.clientY);
  return second.timeStamp - first.timeStamp < DOUBLE_TAP_MS && apart < SAME_PLACE_PX;
}
