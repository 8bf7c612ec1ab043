import { plural, texts } from '../../shared/text/language';

const ru = {
  title: 'Ваша ссылка',
  about: 'Кто откроет её, станет вашим клиентом и сможет записаться.',
  copy: 'Скопировать',
  copied: 'Ссылка скопирована',
  share: 'Отправить в Telegram',
  shareText: 'Запишитесь ко мне на тренировку',
  showQr: 'Показать QR-код',
  showQrHint: 'На весь экран, чтобы навели камеру',
  save: 'Сохранить картинку',
  qrAlt: 'QR-код вашей ссылки',
  qrText: 'Клиент наводит камеру на код и попадает к вам.',
  scans: (n: number) => (n === 0 ? 'Код ещё не сканировали' : `Код сканировали ${plural(n, ['раз', 'раза', 'раз'])}`),
};

const en: typeof ru = {
  title: 'Your link',
  about: 'Whoever opens it becomes your client and can book.',
  copy: 'Copy',
  copied: 'The link is copied',
  share: 'Send in Telegram',
  shareText: 'Book a session with me',
  showQr: 'Show the QR code',
  showQrHint: 'Full screen, for a camera to see',
  save: 'Save the picture',
  qrAlt: 'QR code of your link',
  qrText: 'A client points the camera at the code and comes to you.',
  scans: (n) =>
    n === 0 ? 'The code has not been scanned yet' : `The code has been scanned ${plural(n, ['time', 'times'])}`,
};

export const text = texts({ ru, en });
