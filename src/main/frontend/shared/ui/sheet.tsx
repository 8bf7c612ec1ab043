import type { ComponentChildren } from 'preact';
import { useBackButton, useNoMainButton } from '../telegram/buttons';
import { common } from '../text/common';
import { Toast } from './feedback';
import { Icon } from './icon';
import { useModal } from './modal';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A bottom sheet for a short task; the dialog element brings the focus trap, Escape, and the focus back afterwards. */
export function Sheet({ title, onClose, children }: Props) {
  useBackButton(onClose);
  useNoMainButton();
  const dialog = useModal();

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click beside the sheet has Escape for its key
    <dialog
      ref={dialog}
      class="sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="sheet-body">
        <header class="sheet-head">
          {/* The heading takes the focus first: a screen reader says it, and no control looks chosen. */}
          <h2 tabIndex={-1} autofocus>
            {title}
          </h2>
          <button type="button" class="icon-button" aria-label={common().close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
      <Toast />
    </dialog>
  );
}
