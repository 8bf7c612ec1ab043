import { beforeEach, expect, it, vi } from 'vitest';
import { go, goBack } from '~/shared/route';

const scrolled = vi.fn();

beforeEach(() => {
  scrolled.mockClear();
  vi.stubGlobal('scrollTo', scrolled);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => draw());
});

it('goes back to where a page was left, and else to the top', () => {
  go('/clients');
  vi.stubGlobal('scrollY', 900);
  go('/clients/2');
  expect(scrolled.mock.calls).toEqual([
    [0, 0],
    [0, 0],
  ]);
  goBack('/clients');
  expect(scrolled).toHaveBeenLastCalledWith(0, 900);
  go('/clients');
  expect(scrolled).toHaveBeenLastCalledWith(0, 0);
});
