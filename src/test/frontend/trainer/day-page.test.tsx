import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { refreshAll } from '~/shared/data';
import { recall } from '~/shared/kept';
import { route } from '~/shared/route';
import { language } from '~/shared/text/language';
import { Toast } from '~/shared/ui/feedback';
import { cameFrom } from '~/trainer/settings/origin';
import { bookingFor } from '~/trainer/today/booking-for';
import { DayPage } from '~/trainer/today/day-page';
import { aBooking, aDay, anna, aRosterClient, free, profile } from '../samples';
import { pageTest, problem, said } from '../support';

const { network } = pageTest();
const day = (part = {}) =>
  aDay({
    items: [
      { kind: 'booking', booking: aBooking(), from: '10:00', to: '11:00' },
      { ...free, from: '12:00', to: '14:30' },
    ],
    working: [
      ['09:00', '11:00'],
      ['12:00', '18:00'],
    ],
    ...part,
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  bookingFor.value = null;
  network().on('GET /slots/trainer/1/day/2026-12-02', day());
  network().on('GET /slots/trainer/1/days', { days: [] });
  network().on('GET /bookings/trainer/1', { items: [] });
  network().on('GET /slots/rules', { items: [{ weekday: 1, from: '09:00', to: '18:00' }], version: 1 });
  network().on('GET /users/trainer/1/clients', { items: [aRosterClient()] });
});

const open = () =>
  render(
    <>
      <DayPage trainer={profile} date="2026-12-02" />
      <Toast />
    </>,
  );
const freeAt = (clock: string) => screen.findByRole('button', { name: `Записать клиента на ${clock}` });
const bodies = () =>
  network()
    .requests('POST /bookings')
    .map(({ body }) => body);

it('shows bookings with their status in words, and the starts in free time', async () => {
  open();
  const booking = await screen.findByTestId('booking');
  expect(booking.textContent).toContain('Анна Петрова');
  expect(within(booking).getByTestId('status').textContent).toBe('✓подтверждена');
  expect(screen.getAllByTestId('free')).toHaveLength(3);
  expect(screen.getByText('1 тренировка · свободно 2 ч 30 мин')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Записать клиента вне рабочих часов, 11:00–12:00' })).toBeTruthy();
});

it('books with two taps: on free time and on a client, on the usual terms', async () => {
  const made = aBooking({ id: 'b2', status: 'PENDING' });
  network().on('POST /bookings', () => {
    network().on(
      'GET /slots/trainer/1/day/',
      day({ items: [{ kind: 'booking', booking: made, from: '13:00', to: '14:00' }] }),
    );
    return { status: 201, body: made };
  });
  open();
  await userEvent.click(await freeAt('13:00'));
  await userEvent.click(await screen.findByTestId('client'));
  expect(screen.queryByRole('dialog')).toBeNull();
  await screen.findByText(/^Записали: Анна/);
  await waitFor(() => expect(screen.getAllByTestId('booking')).toHaveLength(1));
  expect(bodies()).toEqual([{ trainer_id: 1, client_id: 2, starts_at: '2026-12-02T10:00:00.000Z' }]);
});

it('shows a booking at once, while its answer is still on its way', async () => {
  network().on('POST /bookings', () => 'no network');
  open();
  await userEvent.click(await freeAt('12:00'));
  await userEvent.click(await screen.findByTestId('client'));
  const asked = screen.getAllByTestId('booking')[1];
  expect(asked?.getAttribute('aria-busy')).toBe('true');
  expect(asked?.textContent).toContain('12:00–13:00');
  expect(screen.queryByRole('button', { name: 'Записать клиента на 12:00' })).toBeNull();
});

it('keeps showing a booking while a day comes that was asked for before it was made', async () => {
  open();
  await userEvent.click(await freeAt('12:00'));
  const before = globalThis.fetch;
  const late: ((answer: object) => void)[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const answered = await before(url, init);
    if (url.includes('/day/2026-12-02')) await new Promise((resolve) => late.push(resolve));
    return answered;
  });
  const doctor = { kind: 'blocked', from: '16:00', to: '17:00', block: { id: 5, reason: 'Врач' } };
  network().on(
    'GET /slots/trainer/1/day/2026-12-02',
    day({ items: [{ kind: 'booking', booking: aBooking(), from: '10:00', to: '11:00' }, doctor] }),
  );
  act(refreshAll);
  await waitFor(() => expect(late).toHaveLength(1));
  vi.setSystemTime(Date.now() + 1000);
  network().on('POST /bookings', () => ({
    status: 201,
    body: aBooking({ id: 'b2', starts_at: '2026-12-02T12:00:00+03:00', ends_at: '2026-12-02T13:00:00+03:00' }),
  }));
  await userEvent.click(await screen.findByTestId('client'));
  await screen.findByText(/^Записали: Анна/);
  await waitFor(() => expect(late).toHaveLength(2));
  late[0]?.({});
  await waitFor(() => expect(JSON.stringify(recall('day/2026-12-02'))).toContain('Врач'));
  act(refreshAll);
  await screen.findByText('Врач');
  expect(screen.getAllByTestId('booking')).toHaveLength(2);
  await waitFor(() => expect(late).toHaveLength(3));
  for (const answer of late) answer({});
  await waitFor(() => expect(screen.getAllByTestId('booking')).toHaveLength(1));
});

it('takes a booking back that was refused, and says why', async () => {
  network().on('POST /bookings', () => problem(409, 'slot_taken', 'Это время уже заняли'));
  open();
  await userEvent.click(await freeAt('12:00'));
  await userEvent.click(await screen.findByTestId('client'));
  expect(await screen.findByText('Не записали (Анна). Это время уже заняли')).toBeTruthy();
  expect(screen.getAllByTestId('booking')).toHaveLength(1);
  expect(await freeAt('12:00')).toBeTruthy();
});

it('books a shorter session into a rest that has no room for the usual one', async () => {
  network().on('POST /bookings', () => ({ status: 201, body: aBooking({ id: 'b2' }) }));
  open();
  await userEvent.click(await freeAt('14:00'));
  await userEvent.click(await screen.findByTestId('client'));
  await waitFor(() => expect(bodies()).toHaveLength(1));
  expect(bodies()[0]).toMatchObject({ starts_at: '2026-12-02T11:00:00.000Z', minutes: 30 });
});

it('lets length, price and note be different behind “more”', async () => {
  network().on('POST /bookings', () => ({ status: 201, body: aBooking({ id: 'b2' }) }));
  open();
  await userEvent.click(await freeAt('12:00'));
  await userEvent.click(await screen.findByTestId('more'));
  await userEvent.click(screen.getByRole('button', { name: '12:15' }));
  await userEvent.click(screen.getByRole('button', { name: /^1.ч 30.мин$/ }));
  await userEvent.type(screen.getByRole('textbox', { name: /^Цена/ }), '1 800');
  await userEvent.type(screen.getByRole('textbox', { name: /^Заметка/ }), 'ноги');
  await userEvent.click(screen.getByTestId('choose-client'));
  await userEvent.click(await screen.findByTestId('client'));
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:15' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(bodies()).toEqual([
    {
      trainer_id: 1,
      client_id: 2,
      starts_at: '2026-12-02T09:15:00.000Z',
      minutes: 90,
      price: { amount: 180000, currency: 'RUB' },
      note: 'ноги',
    },
  ]);
});

it('books at any other time of the day, by the trainer’s clock, with a word about the hours', async () => {
  network().on('POST /bookings', () => ({ status: 201, body: aBooking({ id: 'b2' }) }));
  open();
  await screen.findByTestId('booking');
  await userEvent.click(screen.getByRole('button', { name: 'Записать на другое время' }));
  await screen.findByTestId('client');
  expect(screen.queryByText('Это вне ваших рабочих часов.')).toBeNull();
  fireEvent.input(screen.getByLabelText('Начало'), { target: { value: '18:30' } });
  expect(screen.getByText('Это вне ваших рабочих часов.')).toBeTruthy();
  await userEvent.click(screen.getByTestId('client'));
  await waitFor(() => expect(bodies()).toHaveLength(1));
  expect(bodies()[0]).toMatchObject({ starts_at: '2026-12-02T15:30:00.000Z' });
});

it('proposes a time that is still ahead, late in the evening too', async () => {
  vi.setSystemTime(new Date('2026-12-02T23:40:00+03:00'));
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Записать на другое время' }));
  expect(screen.getByLabelText<HTMLInputElement>('Начало').value).toBe('23:55');
});

it('books in hours without work that are going on, from a whole minute that is still ahead', async () => {
  vi.setSystemTime(new Date('2026-12-02T11:02:17+03:00'));
  network().on('POST /bookings', () => ({ status: 201, body: aBooking({ id: 'b2' }) }));
  open();
  await userEvent.click(await screen.findByTestId('gap'));
  await userEvent.click(await screen.findByTestId('client'));
  await waitFor(() => expect(bodies()).toHaveLength(1));
  expect(bodies()[0]).toMatchObject({ starts_at: '2026-12-02T08:05:00.000Z', minutes: 55 });
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
  await userEvent.click(await freeAt('12:00'));
  await userEvent.click(await screen.findByTestId('more'));
  await userEvent.click(screen.getByTestId('choose-client'));
  await userEvent.click(await screen.findByTestId('client'));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Повторять каждую неделю' }));
  const weeks = screen.getByRole('textbox', { name: /^Сколько недель/ });
  await userEvent.clear(weeks);
  await userEvent.type(weeks, '53');
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:00' }));
  expect(screen.getByRole('alert').textContent).toBe('Укажите от 2 до 52 недель');
  await userEvent.clear(weeks);
  await userEvent.type(weeks, '4');
  expect(screen.getByText('Последняя тренировка: ср, 23 дек.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:00, 4 недели' }));
  const busy = await within(screen.getByRole('dialog')).findByRole('listitem');
  expect(busy.textContent).toBe('ср, 9 дек., 12:00');
  network().on('POST /bookings', () => ({
    status: 201,
    body: aBooking({ series: { id: 's1', index: 1, count: 3 } }),
  }));
  await userEvent.click(screen.getByRole('button', { name: 'Записать остальные: 3 тренировки' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(bodies().map((body) => (body as { repeat: unknown }).repeat)).toEqual([
    { weeks: 4 },
    { weeks: 4, skip_conflicts: true },
  ]);
});

it('does not send a price that is not a sum', async () => {
  open();
  await userEvent.click(await freeAt('12:00'));
  await userEvent.click(await screen.findByTestId('more'));
  await userEvent.click(screen.getByTestId('choose-client'));
  await userEvent.click(await screen.findByTestId('client'));
  await userEvent.type(screen.getByRole('textbox', { name: /^Цена/ }), 'дорого');
  await userEvent.click(screen.getByRole('button', { name: 'Записать на 12:00' }));
  expect(screen.getByRole('alert').textContent).toContain('цену числом');
  expect(bodies()).toEqual([]);
});

it('asks only for the time when the client is chosen already', async () => {
  network().on('POST /bookings', () => ({ status: 201, body: aBooking({ id: 'b2' }) }));
  bookingFor.value = aRosterClient();
  open();
  expect(screen.getByText('Выберите время: Анна Петрова')).toBeTruthy();
  await userEvent.click(await freeAt('12:00'));
  await userEvent.click(await screen.findByRole('button', { name: 'Записать на 12:00' }));
  await waitFor(() => expect(bodies()).toHaveLength(1));
  expect(bodies()[0]).toMatchObject({ client_id: anna.telegram_id });
  await waitFor(() => expect(screen.queryByText(/Выберите время/)).toBeNull());
});

it('cancels with a reason, naming the version it saw', async () => {
  network().on('DELETE /bookings/b1', aBooking({ status: 'CANCELLED' }));
  open();
  await userEvent.click(await screen.findByTestId('booking'));
  await userEvent.click(await screen.findByRole('button', { name: 'Отменить тренировку' }));
  await userEvent.type(screen.getByRole('textbox'), 'Заболела');
  await userEvent.click(screen.getByRole('button', { name: 'Отменить тренировку' }));
  await waitFor(() => expect(network().requests('DELETE')).toHaveLength(1));
  expect(decodeURIComponent(network().requests('DELETE')[0]?.path ?? '')).toBe(
    '/bookings/b1?version=4&reason=Заболела',
  );
});

it('opens the booking that a link leads to though it is no longer on this day, and says when there is none', async () => {
  network().on('GET /bookings/b7', aBooking({ id: 'b7', starts_at: '2026-12-04T10:00:00+03:00' }));
  const { unmount } = render(<DayPage trainer={profile} date="2026-12-02" opened="b7" />);
  expect((await screen.findByRole('dialog', { name: 'Тренировка' })).textContent).toContain('4 дек.');
  unmount();
  network().on('GET /bookings/b8', () => problem(404, 'not_found', 'Такой тренировки нет'));
  render(<DayPage trainer={profile} date="2026-12-02" opened="b8" />);
  expect((await screen.findByRole('alert')).textContent).toContain('Такой тренировки нет');
});

it('leads a trainer without working hours to set them', async () => {
  network().on('GET /slots/rules', { items: [], version: 0 });
  network().on('GET /slots/trainer/1/day/2026-12-02', day({ items: [], working: [] }));
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Указать рабочие часы' }));
  expect(location.hash).toBe('#/settings/hours/');
  expect(cameFrom(route.value)).toBe('/');
});

it('says of a past day that nothing took place on it', async () => {
  vi.setSystemTime(new Date('2026-12-05T12:00:00+03:00'));
  network().on('GET /slots/trainer/1/day/2026-12-02', day({ items: [free] }));
  open();
  expect(await screen.findByText('В этот день тренировок не было.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Записать на другое время' })).toBeNull();
});

it('offers to try again when the day cannot be read', async () => {
  network().on('GET /slots/trainer/1/day/', () => problem(503, 'unavailable', 'Сейчас не получается'));
  open();
  expect((await screen.findByRole('alert')).textContent).toContain('Сейчас не получается');
  network().on('GET /slots/trainer/1/day/', day());
  await userEvent.click(screen.getByRole('button', { name: 'Повторить' }));
  expect(await screen.findByTestId('booking')).toBeTruthy();
});

it('gathers what waits for the trainer, on whatever day it is', async () => {
  vi.setSystemTime(new Date('2026-12-02T12:00:00+03:00'));
  const asked = aBooking({ id: 'w1', status: 'PENDING', awaiting: 'trainer', allowed_actions: ['confirm', 'decline'] });
  const past = aBooking({ id: 'w2', status: 'PENDING', awaiting: 'client', allowed_actions: ['complete', 'cancel'] });
  const ahead = aBooking({ id: 'w3', status: 'PENDING', awaiting: 'client' });
  network().on('GET /bookings/trainer/1?limit=200&from=2026-11-29&status=PENDING', { items: [asked, past, ahead] });
  open();
  await userEvent.click(await screen.findByRole('button', { name: /^2 записи ждут вашего ответа/ }));
  expect(screen.getAllByTestId('waiting').map((one) => one.querySelector('.status')?.textContent)).toEqual([
    '◷ждёт вашего ответа',
    '◷без ответа',
  ]);
  await userEvent.click(screen.getAllByTestId('waiting')[0] as HTMLElement);
  expect(await screen.findByRole('button', { name: 'Подтвердить' })).toBeTruthy();
});

it('keeps free time for the trainer’s own business', async () => {
  network().on('POST /slots/blocks', () => ({ status: 201, body: {} }));
  open();
  await userEvent.click(await freeAt('12:00'));
  await userEvent.click(await screen.findByRole('button', { name: 'Занять время для себя' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Занять 12:00–13:00' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(network().requests('POST /slots/blocks')[0]?.body).toEqual({
    starts_at: '2026-12-02T09:00:00.000Z',
    ends_at: '2026-12-02T10:00:00.000Z',
    reason: '',
  });
});

it('frees blocked time again', async () => {
  const blocked = { kind: 'blocked', from: '12:00', to: '14:00', block: { id: 5, reason: 'Врач' } };
  network().on('GET /slots/trainer/1/day/2026-12-02', day({ items: [blocked] }));
  network().on('DELETE /slots/blocks/5', {});
  open();
  await userEvent.click(await screen.findByRole('button', { name: /^Врач 2.ч$/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Освободить время' }));
  await waitFor(() => expect(network().requests('DELETE /slots/blocks/5')).toHaveLength(1));
});

it('shows a class as taken time that is not to be freed here', async () => {
  network().on('GET /slots/trainer/1/day/2026-12-02', day({ items: [{ kind: 'class', from: '12:00', to: '13:00' }] }));
  open();
  expect(said(await screen.findByTestId('class'))).toBe('Занятие1 ч');
});

it('marks the days on which sessions are booked, in the strip and in the month', async () => {
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
  await userEvent.click(screen.getByRole('button', { name: /^Декабрь 2026/ }));
  const month = within(await screen.findByRole('dialog', { name: 'Декабрь 2026' }));
  expect(await month.findByRole('button', { name: 'четверг, 3 декабря, 2 тренировки' })).toBeTruthy();
});

it('jumps to any date by the month', async () => {
  open();
  await userEvent.click(screen.getByRole('button', { name: /^Декабрь 2026/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Следующий месяц' }));
  await userEvent.click(await screen.findByRole('button', { name: /^воскресенье, 31 января/ }));
  expect(route.value).toBe('/day/2027-01-31');
});

it('turns the day over by a swipe sideways, and not by a scroll', async () => {
  open();
  const page = (await screen.findByTestId('booking')).closest('.stack') as HTMLElement;
  const swipe = (x: number, y: number) => {
    fireEvent.touchStart(page, { touches: [{ clientX: 200, clientY: 300 }] });
    fireEvent.touchEnd(page, { changedTouches: [{ clientX: 200 + x, clientY: 300 + y }] });
  };
  route.value = '/day/2026-12-02';
  swipe(-90, 80);
  expect(route.value).toBe('/day/2026-12-02');
  swipe(-90, 10);
  expect(route.value).toBe('/day/2026-12-03');
});
