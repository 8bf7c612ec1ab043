import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { remember } from '~/shared/data';
import { go } from '~/shared/route';
import { language } from '~/shared/text/language';
import { TrainerApp } from '~/trainer/app';
import { aBooking, anna, aRosterClient, clientMe, trainerMe } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();

beforeEach(() => {
  language.value = 'ru';
  const booking = aBooking();
  network().on('GET /bookings/b1', booking);
  network().on('GET /bookings/trainer/1', { items: [] });
  network().on('GET /slots/trainer/1/days', { days: [] });
  network().on('GET /slots/rules', { items: [], version: 0 });
  network().on('GET /slots/trainer/1/day/', {
    items: [{ kind: 'booking', starts_at: booking.starts_at, ends_at: booking.ends_at, booking }],
    working: [],
    off: false,
  });
  network().on('GET /users/trainer/1/clients', {
    items: [
      aRosterClient({ bookings_upcoming: 2 }),
      aRosterClient({ client: { ...anna, telegram_id: 4, first_name: 'Ольга' }, phone: null }),
    ],
  });
  network().on('GET /users/trainer/1/clients/2', aRosterClient({ stats: [] }));
  network().on('GET /users/trainer/1/client/2/ledger', { items: [] });
});

it('opens the booking that a link leads to, on its day', async () => {
  go('/booking/b1');
  render(<TrainerApp me={trainerMe} />);
  expect(await screen.findByRole('dialog', { name: 'Тренировка' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'среда, 2 декабря' })).toBeTruthy();
});

it('opens a booking that was moved on its new day, and without an answer on the one that the phone remembers', async () => {
  remember('booking/b1', aBooking(), 1);
  network().on('GET /bookings/b1', aBooking({ starts_at: '2026-12-04T10:00:00+03:00' }));
  go('/booking/b1');
  const { unmount } = render(<TrainerApp me={trainerMe} />);
  expect(await screen.findByRole('heading', { name: 'пятница, 4 декабря' })).toBeTruthy();
  unmount();

  remember('booking/b1', aBooking(), 1);
  network().on('GET /bookings/b1', () => problem(503, 'unavailable', 'Сейчас не получается'));
  go('/booking/b1');
  render(<TrainerApp me={trainerMe} />);
  expect(await screen.findByRole('heading', { name: 'среда, 2 декабря' })).toBeTruthy();
});

it('finds a client by the digits of the phone and shows what is known', async () => {
  go('/');
  render(<TrainerApp me={trainerMe} />);
  await userEvent.click(screen.getByRole('link', { name: 'Клиенты' }));
  await userEvent.type(await screen.findByRole('searchbox'), '55501');
  expect(screen.getAllByTestId('client')).toHaveLength(1);
  expect(screen.getByText('впереди 2 · всего 7')).toBeTruthy();
  await userEvent.click(screen.getByTestId('client'));
  expect((await screen.findByRole('link', { name: 'Позвонить' })).getAttribute('href')).toBe('tel:+7 921 555-01-11');
});

it('tells who is not a trainer how to become one', () => {
  render(<TrainerApp me={clientMe} />);
  expect(screen.getByRole('heading', { name: 'Это кабинет тренера' })).toBeTruthy();
});

it('goes by the tabs to pages that come after the first load', async () => {
  network().on('GET /users/trainer/1/link', { url: 'https://t.me/x', qr_png_url: '', qr_svg_url: '', scans: 0 });
  go('/');
  render(<TrainerApp me={trainerMe} />);
  await userEvent.click(screen.getByRole('link', { name: 'Ссылка' }));
  expect(await screen.findByRole('heading', { name: 'Ваша ссылка' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ссылка' }).getAttribute('aria-current')).toBe('page');
});
