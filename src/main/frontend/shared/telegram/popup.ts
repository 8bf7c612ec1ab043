import { on, post, supports } from './bridge';

interface Question {
  message: string;
  yes: string;
  no: string;
  /** Whether `yes` loses something. */
  danger?: boolean;
}

/** Asks in Telegram's own popup, where it has them, and goes on when the person agrees. */
export function ask({ message, yes, no, danger = false }: Question, goOn: () => void): void {
  if (!supports('web_app_open_popup')) {
    if (window.confirm(message)) goOn();
    return;
  }
  const stop = on('popup_closed', ({ button_id }) => {
    stop();
    if (button_id === 'yes') goOn();
  });
  post('web_app_open_popup', {
    title: '',
    message,
    buttons: [
      { id: 'yes', type: danger ? 'destructive' : 'default', text: yes },
      { id: 'no', type: 'default', text: no },
    ],
  });
}
