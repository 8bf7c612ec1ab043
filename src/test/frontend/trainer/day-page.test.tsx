import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { route } from '~/shared/route';
import { language } from '~/shared/text/language';
import { cameFrom } from '~/trainer/settings/hours-page';
import { DayPage } from '~/trainer/today/day-page';
import { aBooking, anna, profile } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const free = { kind: 'free', starts_at: '2026-12-02T12:00:00+03:00', ends_at: '2026-12-02T14:00:00+03:00' };
const day = (booking = aBooking()) => ({
  timezone: 'Europe/Moscow',
  off: false,
  working: [{ starts_at: '2026-12-02T09:00:00+03:00', ends_at: '2026-12-02T18:00:00+03:00' }],
  items: [{ kind: 'booking', starts_at: booking.starts_at, ends_at: booking.ends_at, booking }, free],
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  network().on('GET /slots/trainer/1/day/2026-12-02', day());
  network().on('GET /slots/trainer/1/days', { days: [] });
  network().on('GET /bookings/trainer/1', { items: [] });
  network().on('GET /slots/rules', { items: [{ weekday: 1, from: '09:00', to: '18:00' }], version: 1 });
  network().on('GET /users/trainer/1/clients', { items: [{ client: anna, bookings_upcoming: 0, archived: false }] });
});

const open = () => render(<DayPage trainer={profile} date="2026-12-02" />);

it('shows bookings with their status in words, and free time', async () => {
  open();
  const booking = await screen.findByTestId('booking');
  expect(booking.textContent).toContain('Анна Петрова');
  expect(within(booking).getByTestId('status').textContent).toBe('✓подтверждена');
  expect(screen.getByRole('button', { name: 'Записать клиента, свободно с 12:00' }).textContent).toBe(
    'Свободно 2 часа',
  );
});

it('books a client into free time, at a start within it', async () => {
  network().on('POST /bookings', () => ({ status: 201, body: aBooking({ status: 'PENDING' }) }));
  open();
  await userEvent.click(await screen.findByTestId('free'));
  await userEvent.click(await screen.findByTestId('client'));
  expect(within(screen.getByRole('group', { name: 'Начало' })).getAllByRole('button')).toHaveLength(3);
  await userEvent.click(screen.getByRole('button', { name: '12:30' }));
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:30' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(network().requests('POST /bookings')[0]?.body).toEqual({
    trainer_id: 1,
    client_id: 2,
    starts_at: '2026-12-02T09:30:00.000Z',
    minutes: 60,
    price: { amount: 250000, currency: 'RUB' },
  });
});

it('books at any other time of the day, by the trainer’s clock', async () => {
  network().on('POST /bookings', () => ({ status: 201, body: aBooking() }));
  open();
  await userEvent.click(screen.getByRole('button', { name: 'Записать на другое время' }));
  await userEvent.click(await screen.findByTestId('client'));
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 10:00' }));
  await waitFor(() => expect(network().requests('POST /bookings')).toHaveLength(1));
  expect(network().requests('POST /bookings')[0]?.body).toMatchObject({ starts_at: '2026-12-02T07:00:00.000Z' });
});

it('says why a booking was refused and keeps what was chosen', async () => {
  network().on('POST /bookings', () => problem(409, 'slot_taken', 'Это время уже занято'));
  open();
  await userEvent.click(await screen.findByTestId('free'));
  await userEvent.click(await screen.findByTestId('client'));
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:00' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Это время уже занято');
});

it('books every week, and offers the rest when some weeks are busy', async () => {
  network().on('POST /bookings', () => ({
    status: 409,
    body: {
      status: 409,
      code: 'series_conflict',
      detail: 'Не все помещаются',
      conflicts: [{ starts_at: '2026-12-09T12:00:00+03:00', reason: 'taken' }],
    },
  }));
  open();
  await userEvent.click(await screen.findByTestId('free'));
  await userEvent.click(await screen.findByTestId('client'));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Повторять каждую неделю' }));
  const weeks = screen.getByRole('textbox', { name: 'Сколько недель' });
  await userEvent.clear(weeks);
  await userEvent.type(weeks, '53');
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:00' }));
  expect(screen.getByRole('alert').textContent).toBe('Укажите от 2 до 52 недель');
  await userEvent.clear(weeks);
  await userEvent.type(weeks, '4');
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:00, 4 недели' }));
  const busy = await within(screen.getByRole('dialog')).findByRole('listitem');
  expect(busy.textContent).toBe('ср, 9 дек., 12:00');
  network().on('POST /bookings', () => ({
    status: 201,
    body: aBooking({ series: { id: 's1', index: 1, count: 3 } }),
  }));
  await userEvent.click(screen.getByRole('button', { name: 'Записать остальные: 3 тренировки' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(
    network()
      .requests('POST /bookings')
      .map(({ body }) => (body as { repeat: unknown }).repeat),
  ).toEqual([{ weeks: 4 }, { weeks: 4, skip_conflicts: true }]);
});

it('does not send a price that is not a sum', async () => {
  open();
  await userEvent.click(await screen.findByTestId('free'));
  await userEvent.click(await screen.findByTestId('client'));
  await userEvent.clear(screen.getByRole('textbox', { name: 'Цена, ₽' }));
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:00' }));
  expect(screen.getByRole('alert').textContent).toContain('цену числом');
  expect(network().requests('POST /bookings')).toEqual([]);
});

it('cancels with a reason, naming the version it saw', async () => {
  network().on('DELETE /bookings/b1', aBooking({ status: 'CANCELLED' }));
  open();
  await userEvent.click(await screen.findByTestId('booking'));
  await userEvent.click(screen.getByRole('button', { name: 'Отменить тренировку' }));
  await userEvent.type(screen.getByRole('textbox'), 'Заболела');
  await userEvent.click(screen.getByRole('button', { name: 'Отменить тренировку' }));
  await waitFor(() => expect(network().requests('DELETE')).toHaveLength(1));
  expect(decodeURIComponent(network().requests('DELETE')[0]?.path ?? '')).toBe(
    '/bookings/b1?version=4&reason=Заболела',
  );
});

it('leads a trainer without working hours to set them', async () => {
  network().on('GET /slots/rules', { items: [], version: 0 });
  network().on('GET /slots/trainer/1/day/2026-12-02', { ...day(), items: [], working: [] });
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Указать рабочие часы' }));
  expect(location.hash).toBe('#/settings/hours/');
  expect(cameFrom(route.value)).toBe('/');
});

it('offers to try again when the day cannot be read', async () => {
  network().on('GET /slots/trainer/1/day/', () => problem(503, 'unavailable', 'Сейчас не получается'));
  open();
  expect((await screen.findByRole('alert')).textContent).toContain('Сейчас не получается');
  network().on('GET /slots/trainer/1/day/', day());
  await userEvent.click(screen.getByRole('button', { name: 'Повторить' }));
  expect(await screen.findByTestId('booking')).toBeTruthy();
});

it('keeps free time for the trainer’s own business', async () => {
  network().on('POST /slots/blocks', () => ({ status: 201, body: {} }));
  open();
  await userEvent.click(await screen.findByTestId('free'));
  await userEvent.click(await screen.findByRole('button', { name: 'Занять время для себя' }));
  await userEvent.click(screen.getByRole('button', { name: 'Занять 12:00–13:00' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(network().requests('POST /slots/blocks')[0]?.body).toEqual({
    starts_at: '2026-12-02T09:00:00.000Z',
    ends_at: '2026-12-02T10:00:00.000Z',
    reason: '',
  });
});

it('frees blocked time again', async () => {
  const blocked = {
    kind: 'blocked',
    starts_at: free.starts_at,
    ends_at: free.ends_at,
    block: { id: 5, reason: 'Врач' },
  };
  network().on('GET /slots/trainer/1/day/2026-12-02', { ...day(), items: [blocked] });
  network().on('DELETE /slots/blocks/5', {});
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Врач 2 часа' }));
  await userEvent.click(screen.getByRole('button', { name: 'Освободить время' }));
  await waitFor(() => expect(network().requests('DELETE /slots/blocks/5')).toHaveLength(1));
});

it('marks the days on which sessions are booked', async () => {
  network().on('GET /slots/trainer/1/days', {
    days: [
      {
        date: '2026-12-03',
        bookings: { pending: 1, confirmed: 1, completed: 0, cancelled: 3, no_show: 0 },
        free_minutes: 60,
        off: false,
      },
    ],
  });
  open();
  expect(await screen.findByRole('button', { name: 'четверг, 3 декабря, 2 тренировки' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'пятница, 4 декабря' })).toBeTruthy();
});
