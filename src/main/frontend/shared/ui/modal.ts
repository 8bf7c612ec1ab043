import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Lets a dialog lie over the page as long as it is there. */
export function useModal(): RefObject<HTMLDialogElement> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    // Web views of before 2022 do not know dialogs: they show one without the focus trap.
    if (!element?.showModal) {
      element?.setAttribute('open', '');
      return;
    }
    element.showModal();
    return () => element.close();
  }, []);
  return dialog;
}
