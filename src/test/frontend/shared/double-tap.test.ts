import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ignoreStrayTaps } from '~/shared/double-tap';

const covered = vi.fn();
let clock = 0;

beforeAll(ignoreStrayTaps);
afterEach(() => {
  covered.mockReset();
  document.body.replaceChildren();
});

function button(onPress: () => void): HTMLButtonElement {
  const made = document.body.appendChild(document.createElement('button'));
  made.addEventListener('click', onPress);
  return made;
}

function tap(target: HTMLElement, x: number, after = 100) {
  clock += after;
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientX: x, clientY: 20 });
  Object.defineProperty(event, 'timeStamp', { value: clock });
  target.dispatchEvent(event);
}
it('does not let the second of two taps through to what the first uncovered', () => {
  const below = button(covered);
  const sheet = button(() => sheet.remove());
  tap(sheet, 20, 5000);
  tap(below, 22);
  expect(covered).not.toHaveBeenCalled();
});

it('lets a tap elsewhere, or a later one, through', () => {
  const below = button(covered);
  const sheet = button(() => sheet.remove());
  tap(sheet, 20, 5000);
  tap(below, 120);
  tap(below, 20, 1000);
  expect(covered).toHaveBeenCalledTimes(2);
});
