import { on, post, supports } from './bridge';

interface Question {
  message: string;
  yes: string;
  no: string;
  /** Whether `yes` loses something. */
  danger?: boolean;
}

/** Asks in Telegram's own popup, where it has them, and answers whether the person agreed. */
export function ask({ message, yes, no, danger = false }: Question): Promise<boolean> {
  if (!supports('web_app_open_popup')) return Promise.resolve(window.confirm(message));
  return new Promise((resolve) => {
    const stop = on('popup_closed', ({ button_id }) => {
      stop();
      resolve(button_id === 'yes');
    });
    post('web_app_open_popup', {
      title: '',
      message,
      buttons: [
        { id: 'yes', type: danger ? 'destructive' : 'default', text: yes },
        { id: 'no', type: 'default', text: no },
      ],
    });
  });
}
