import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { go } from '~/shared/route';
import { language } from '~/shared/text/language';
import { TrainerApp } from '~/trainer/app';
import { aBooking, anna, clientMe, trainerMe } from '../samples';
import { pageTest } from '../support';

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
      { client: anna, phone: '+7 921 555-01-11', bookings_total: 5, bookings_upcoming: 2 },
      { client: { telegram_id: 4, first_name: 'Ольга' }, bookings_total: 1, bookings_upcoming: 0 },
    ],
  });
  network().on('GET /users/trainer/1/clients/2', {
    client: anna,
    phone: '+7 921 555-01-11',
    bookings_total: 5,
    bookings_upcoming: 2,
    archived: false,
    version: 0,
    stats: [],
  });
});

it('opens the booking that a link leads to, on its day', async () => {
  go('/booking/b1');
  render(<TrainerApp me={trainerMe} />);
  expect(await screen.findByRole('dialog', { name: 'Тренировка' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'среда, 2 декабря' })).toBeTruthy();
});

it('finds a client by the digits of the phone and shows what is known', async () => {
  go('/');
  render(<TrainerApp me={trainerMe} />);
  await userEvent.click(screen.getByRole('link', { name: 'Клиенты' }));
  await userEvent.type(await screen.findByRole('searchbox'), '55501');
  expect(screen.getAllByTestId('client')).toHaveLength(1);
  expect(screen.getByText('впереди 2 тренировки')).toBeTruthy();
  await userEvent.click(screen.getByTestId('client'));
  expect(await screen.findByRole('link', { name: '+7 921 555-01-11' })).toBeTruthy();
});

it('tells who is not a trainer how to become one', () => {
  render(<TrainerApp me={clientMe} />);
  expect(screen.getByRole('heading', { name: 'Это кабинет тренера' })).toBeTruthy();
});
