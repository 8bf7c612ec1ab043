import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { language } from '~/shared/text/language';
import { LinkPage } from '~/trainer/link/link-page';
import { profile } from '../samples';
import { pageTest } from '../support';

const { network } = pageTest();

beforeEach(() => {
  language.value = 'ru';
  network().on('GET /users/trainer/1/link', {
    url: 'https://t.me/trenergram_bot?start=trainer_1',
    qr_png_url: 'https://trenergram.example/qr/1.png',
    qr_svg_url: 'https://trenergram.example/qr/1.svg',
    scans: 21,
  });
});

it('shows the link and how often its code was scanned', async () => {
  render(<LinkPage trainer={profile} />);
  expect((await screen.findByTestId('trainer-link')).textContent).toBe('t.me/trenergram_bot?start=trainer_1');
  expect(screen.getByText('Код сканировали 21 раз')).toBeTruthy();
});

it('shows the code full screen, and goes back by Escape’s button', async () => {
  render(<LinkPage trainer={profile} />);
  await userEvent.click((await screen.findAllByRole('button', { name: 'Показать QR-код' })).at(-1) as HTMLElement);
  const screenful = screen.getByRole('dialog', { name: 'Показать QR-код' });
  expect(screenful.querySelector('img')?.src).toBe('https://trenergram.example/qr/1.svg');
  await userEvent.click(screen.getByRole('button', { name: 'Закрыть' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('shares the link in Telegram', async () => {
  const opened = vi.fn();
  vi.stubGlobal('open', opened);
  render(<LinkPage trainer={profile} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Отправить в Telegram' }));
  const url = new URL(opened.mock.calls[0]?.[0]);
  expect(url.pathname).toBe('/share/url');
  expect(url.searchParams.get('url')).toBe('https://t.me/trenergram_bot?start=trainer_1');
});

it('saves the picture large enough to be printed, in a browser as its download', async () => {
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  render(<LinkPage trainer={profile} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Сохранить картинку' }));
  const link = saved.mock.instances[0] as unknown as HTMLAnchorElement;
  expect(link.href).toBe('https://trenergram.example/qr/1.png?size=1024&download=true');
});
