import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { BookingSheet } from '~/shared/booking/booking-sheet';
import { language } from '~/shared/text/language';
import { aBooking } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const slot = (start: string) => ({ starts_at: start, ends_at: start });
const onClose = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  onClose.mockClear();
  network().on('GET /slots/trainer/1', {
    timezone: 'Europe/Moscow',
    days: [
      { date: '2026-12-02', slots: [slot('2026-12-02T10:00:00+03:00'), slot('2026-12-02T12:00:00+03:00')] },
      { date: '2026-12-03', slots: [slot('2026-12-03T09:00:00+03:00')] },
    ],
  });
});

const movable = () => aBooking({ allowed_actions: ['move', 'cancel'] });
const open = async (as: 'trainer' | 'client') => {
  render(<BookingSheet booking={movable()} as={as} onClose={onClose} />);
  await userEvent.click(screen.getByRole('button', { name: 'Перенести' }));
  await screen.findByRole('group', { name: 'Свободное время' });
};

it('moves to one of the free times, among which its own is no choice', async () => {
  network().on('PUT /bookings/b1', aBooking({ starts_at: '2026-12-03T09:00:00+03:00', version: 5 }));
  await open('client');
  expect(network().requests('GET /slots/trainer/1')[0]?.path).toContain('exclude_booking=b1');
  expect(screen.queryByRole('button', { name: '10:00' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'чт, 3 дек.' }));
  await userEvent.click(screen.getByRole('button', { name: '09:00' }));
  await userEvent.click(screen.getByRole('button', { name: 'Перенести на чт, 3 дек., 09:00' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(network().requests('PUT /bookings/b1')[0]?.body).toEqual({
    version: 4,
    starts_at: '2026-12-03T09:00:00+03:00',
  });
});

it('offers times around the date of the booking, however far ahead', async () => {
  render(
    <BookingSheet
      booking={aBooking({ starts_at: '2027-02-10T10:00:00+03:00', allowed_actions: ['move'] })}
      as="trainer"
      moving
      onClose={onClose}
    />,
  );
  await screen.findByRole('group', { name: 'Свободное время' });
  expect(network().requests('GET /slots/trainer/1')[0]?.path).toContain('from=2027-01-26&to=2027-02-25');
});

it('offers sooner times where a client may not book that far ahead', async () => {
  network().on('GET /slots/trainer/1?from=2027', { timezone: 'Europe/Moscow', days: [] });
  render(
    <BookingSheet
      booking={aBooking({ starts_at: '2027-02-10T10:00:00+03:00', allowed_actions: ['move'] })}
      as="client"
      moving
      onClose={onClose}
    />,
  );
  expect(await screen.findByRole('button', { name: 'чт, 3 дек.' })).toBeTruthy();
});

it('lets a trainer choose any time', async () => {
  network().on('PUT /bookings/b1', aBooking({ starts_at: '2026-12-05T21:00:00+03:00', version: 5 }));
  await open('trainer');
  await userEvent.click(screen.getByRole('button', { name: 'Другое время' }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Перенести тренировку' }).disabled).toBe(true);
  fireEvent.input(screen.getByLabelText('День'), { target: { value: '2026-12-05' } });
  fireEvent.input(screen.getByLabelText('Начало'), { target: { value: '21:00' } });
  await userEvent.click(screen.getByRole('button', { name: 'Перенести на сб, 5 дек., 21:00' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(network().requests('PUT /bookings/b1')[0]?.body).toEqual({
    version: 4,
    starts_at: '2026-12-05T18:00:00.000Z',
  });
});

it('tells who will be asked', async () => {
  await open('trainer');
  expect(screen.getByText('Клиент получит сообщение и подтвердит новое время.')).toBeTruthy();
});

it('begins with the choice of a time where a link leads to it, and only where a move is allowed', async () => {
  const { unmount } = render(<BookingSheet booking={movable()} as="client" moving onClose={onClose} />);
  await screen.findByRole('group', { name: 'Свободное время' });
  unmount();
  render(<BookingSheet booking={aBooking({ allowed_actions: ['cancel'] })} as="client" moving onClose={onClose} />);
  expect(screen.getByRole('dialog', { name: 'Тренировка' })).toBeTruthy();
});

it('says why a move was refused', async () => {
  network().on('PUT /bookings/b1', () => problem(409, 'slot_taken', 'Это время уже заняли'));
  await open('trainer');
  await userEvent.click(screen.getByRole('button', { name: '12:00' }));
  await userEvent.click(screen.getByRole('button', { name: 'Перенести на ср, 2 дек., 12:00' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Это время уже заняли');
});

const cancelledFor = (reason: string) =>
  render(
    <BookingSheet
      booking={aBooking({
        status: 'CANCELLED',
        cancelled_by: 'system',
        cancel_reason: reason,
        allowed_actions: [],
      })}
      as="client"
      onClose={onClose}
    />,
  );

it('offers no move where the server allows none', () => {
  cancelledFor('not_accepted');
  expect(screen.queryByRole('button', { name: 'Перенести' })).toBeNull();
});

it('says the system’s reason in words, and nothing of one that it does not know', () => {
  const { unmount } = cancelledFor('no_answer');
  expect(screen.getByText('клиент не ответил на напоминания')).toBeTruthy();
  unmount();
  cancelledFor('some_new_reason');
  expect(screen.queryByText('Причина отмены')).toBeNull();
});
