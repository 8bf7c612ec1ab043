import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { BookingAction } from '~/shared/api/types';
import { BookingSheet } from '~/shared/booking/booking-sheet';
import { language } from '~/shared/text/language';
import { aBooking } from '../samples';
import { pageTest } from '../support';

const { network } = pageTest();
const third = { id: 's1', index: 3, count: 8 };
const onClose = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  onClose.mockClear();
});

function open(as: 'trainer' | 'client', allowed: BookingAction[], series: typeof third | null = third): void {
  render(<BookingSheet booking={aBooking({ allowed_actions: allowed, series })} as={as} onClose={onClose} />);
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

it('says which of the series a session is', () => {
  open('client', []);
  expect(screen.getByText('3 из 8 · каждую неделю')).toBeTruthy();
});

it('cancels as much of the series as is asked for', async () => {
  network().on('DELETE /bookings/b1', aBooking({ status: 'CANCELLED' }));
  open('client', ['cancel']);
  await press('Отменить тренировку');
  await press('Эту и следующие');
  await press('Отменить тренировки');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(network().requests('DELETE')[0]?.path).toBe('/bookings/b1?version=4&scope=following');
  expect(screen.getByRole('status').textContent).toBe('Тренировки отменены');
});

it('says when this session stays because it is paid for', async () => {
  network().on('DELETE /bookings/b1', aBooking({ charged: true }));
  open('client', ['cancel']);
  await press('Отменить тренировку');
  await press('Все в серии');
  await press('Отменить тренировки');
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Эта уже оплачена и остаётся'));
});

it('declines this session alone, and cancels what is more', async () => {
  network().on('PUT /bookings/b1/decline', aBooking({ status: 'CANCELLED' }));
  network().on('DELETE /bookings/b1', aBooking({ status: 'CANCELLED' }));
  open('client', ['confirm', 'decline', 'cancel']);
  await press('Отклонить');
  await press('Отклонить');
  await waitFor(() => expect(network().requests('PUT /bookings/b1/decline')).toHaveLength(1));
  await press('Все в серии');
  await press('Отменить тренировки');
  await waitFor(() => expect(network().requests('DELETE')[0]?.path).toContain('scope=all'));
});

it('asks nothing of a session that stands alone', async () => {
  open('trainer', ['cancel'], null);
  await press('Отменить тренировку');
  expect(screen.queryByRole('group', { name: 'Какие тренировки' })).toBeNull();
});

it('moves the series of a trainer, and shows the weeks that stand in the way', async () => {
  const slot = { starts_at: '2026-12-03T12:00:00+03:00', ends_at: '2026-12-03T13:00:00+03:00' };
  network().on('GET /slots/trainer/1', { timezone: 'Europe/Moscow', days: [{ date: '2026-12-03', slots: [slot] }] });
  network().on('PUT /bookings/b1', () => ({
    status: 409,
    body: {
      status: 409,
      code: 'series_conflict',
      detail: 'Не все помещаются',
      conflicts: [
        { starts_at: '2026-12-10T12:00:00+03:00', reason: 'taken' },
        { starts_at: '2027-03-28T03:30:00+03:00', reason: 'no_such_time' },
      ],
    },
  }));
  open('trainer', ['move', 'cancel']);
  await press('Перенести');
  await userEvent.click(await screen.findByRole('button', { name: '12:00' }));
  await press('Эту и следующие');
  await press('Перенести на чт, 3 дек., 12:00');
  const weeks = (await screen.findAllByRole('listitem')).map((item) => item.textContent);
  expect(weeks).toEqual(['чт, 10 дек., 12:00', 'вс, 28 мар., 03:30 – часы переводят, такого времени нет']);
  expect(network().requests('PUT /bookings/b1')[0]?.body).toMatchObject({ scope: 'following', version: 4 });
});

it('changes what was touched, and nothing else, in as much of the series as is asked for', async () => {
  network().on('PUT /bookings/b1', aBooking({ version: 5 }));
  open('trainer', ['edit', 'cancel']);
  await press('Изменить');
  const price = screen.getByRole('textbox', { name: 'Цена, ₽' });
  await userEvent.clear(price);
  await press('Сохранить');
  expect(screen.getByRole('alert').textContent).toContain('цену числом');
  await userEvent.type(price, '3000');
  await press('Эту и следующие');
  await press('Сохранить');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(network().requests('PUT /bookings/b1')[0]?.body).toEqual({
    version: 4,
    price: { amount: 300000, currency: 'RUB' },
    scope: 'following',
  });
});

it('lets a client move one session only', async () => {
  const slot = { starts_at: '2026-12-03T12:00:00+03:00', ends_at: '2026-12-03T13:00:00+03:00' };
  network().on('GET /slots/trainer/1', { timezone: 'Europe/Moscow', days: [{ date: '2026-12-03', slots: [slot] }] });
  open('client', ['move', 'cancel']);
  await press('Перенести');
  await screen.findByRole('button', { name: '12:00' });
  expect(screen.queryByRole('group', { name: 'Какие тренировки' })).toBeNull();
});
