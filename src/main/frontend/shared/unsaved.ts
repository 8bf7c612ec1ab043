import { useLayoutEffect } from 'preact/hooks';
import { on, post, supports } from './telegram/bridge';
import { common } from './text/common';

let unsaved = false;

/** While there are edits that were not saved, both Telegram and the app's own ways out ask before they are lost. */
export function useUnsaved(edited: boolean): void {
  useLayoutEffect(() => {
    mark(edited);
    return () => mark(false);
  }, [edited]);
}

function mark(edited: boolean): void {
  unsaved = edited;
  post('web_app_setup_closing_behavior', { need_confirmation: edited });
}

/** Calls `leave` at once, or after a person said that the edits may go. */
export function leaveSafely(leave: () => void): void {
  if (!unsaved) {
    leave();
    return;
  }
  const { unsavedEdits, leave: yes, stay } = common();
  if (!supports('web_app_open_popup')) {
    if (window.confirm(unsavedEdits)) leave();
    return;
  }
  const stop = on('popup_closed', ({ button_id }) => {
    stop();
    if (button_id === 'leave') leave();
  });
  const buttons = [
    { id: 'leave', type: 'destructive', text: yes },
    { id: 'stay', type: 'default', text: stay },
  ];
  post('web_app_open_popup', { title: '', message: unsavedEdits, buttons });
}
