import { useEffect } from 'preact/hooks';
import type { Person } from '../../shared/api/types';
import { post } from '../../shared/telegram/bridge';
import { useBackButton } from '../../shared/telegram/buttons';
import { common } from '../../shared/text/common';
import { fullName } from '../../shared/text/format';
import { Icon } from '../../shared/ui/icon';
import { useModal } from '../../shared/ui/modal';
import { text } from './text';

/** The code alone on a white screen that does not go dark: for another phone's camera. */
export function QrScreen({ trainer, src, onClose }: { trainer: Person; src: string; onClose: () => void }) {
  useBackButton(onClose);
  const dialog = useModal();
  useEffect(() => {
    post('web_app_request_fullscreen');
    return () => post('web_app_exit_fullscreen');
  }, []);
  useEffect(stayAwake, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the button close it, too
    <dialog
      ref={dialog}
      class="qr-screen"
      aria-label={text().showQr}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={onClose}
    >
      <button type="button" class="icon-button qr-close" aria-label={common().close} onClick={onClose}>
        <Icon name="close" />
      </button>
      <img src={src} alt={text().qrAlt} />
      <strong>{fullName(trainer)}</strong>
      <p>{text().qrText}</p>
    </dialog>
  );
}

/** A phone that lies still to be looked at must not switch its screen off. */
function stayAwake(): () => void {
  const lock = navigator.wakeLock?.request('screen').catch(() => undefined);
  return () => {
    lock?.then((held) => held?.release());
  };
}
