import { useLayoutEffect } from 'preact/hooks';
import { post } from './telegram/bridge';
import { ask } from './telegram/popup';
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
  const { unsavedEdits: message, leave: yes, stay: no } = common();
  if (unsaved) ask({ message, yes, no, danger: true }, leave);
  else leave();
}
