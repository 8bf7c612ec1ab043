import { post, supports } from '../../shared/telegram/bridge';

const FILE = 'trenergram-qr.png';
const SIZE_PX = 1024;

/** Lets a person keep the picture of a QR code, to print it: by Telegram's own download where there is one. */
export function save(qr: string): void {
  const url = `${qr}?${new URLSearchParams({ size: String(SIZE_PX), download: 'true' })}`;
  if (supports('web_app_request_file_download')) {
    post('web_app_request_file_download', { url, file_name: FILE });
  } else if (supports('web_app_open_link')) {
    post('web_app_open_link', { url });
  } else {
    const link = document.createElement('a');
    link.href = url;
    link.download = FILE;
    link.click();
  }
}
