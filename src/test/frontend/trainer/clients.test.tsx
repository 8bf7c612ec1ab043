import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { language } from '~/shared/text/language';
import { Toast } from '~/shared/ui/feedback';
import { ClientPage } from '~/trainer/clients/client-page';
import { ClientsPage } from '~/trainer/clients/clients-page';
import { aBooking, anna, aRosterClient, marina, profile } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();

const months = [
  { month: '2026-12', completed: 6, cancelled: 1, no_show: 2, spent: { amount: 1_500_000, currency: 'RUB' } },
];
const roster = aRosterClient({ balance: { amount: 600_000, currency: 'RUB' }, stats: months });
const path = '/users/trainer/1/clients';
const pair = '/users/trainer/1/client/2';
const entry = { id: 1, kind: 'topup', balance_after: { amount: 1_850_000, currency: 'RUB' } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  network().on(`GET ${path}/2`, roster);
  network().on(`GET ${pair}/ledger`, { items: [] });
  network().on('GET /bookings/trainer/1', { items: [] });
});

const open = () =>
  render(
    <>
      <ClientPage trainerId={1} clientId={anna.telegram_id} price={profile.price} />
      <Toast />
    </>,
  );

test('the order is the server’s, and those in the archive stand apart', async () => {
  const shelved = { ...roster, client: { ...marina, telegram_id: 9 }, archived: true };
  network().on(`GET ${path}?`, { items: [shelved, roster], next_cursor: null });
  render(<ClientsPage trainerId={1} />);
  await screen.findByText('Анна Петрова');

  await userEvent.click(screen.getByRole('button', { name: 'По балансу' }));

  await waitFor(() =>
    expect(
      network().sent.filter((one) => one.path.startsWith(`${path}?`) && one.path.includes('sort=balance')),
    ).toHaveLength(1),
  );
  const names = (await screen.findAllByTestId('client')).map((row) => row.querySelector('.row-title')?.textContent);
  expect(names).toEqual(['Анна Петрова', 'Марина Соколова']);
  expect(screen.getByText('Архив (1)')).toBeTruthy();
});

test('the search is still there after a look at one client', async () => {
  network().on(`GET ${path}?`, { items: [roster] });
  const { unmount } = render(<ClientsPage trainerId={1} />);
  await userEvent.type(await screen.findByRole('searchbox'), 'анн');
  unmount();
  render(<ClientsPage trainerId={1} />);
  const search = screen.getByRole<HTMLInputElement>('searchbox');
  expect(search.value).toBe('анн');
  await userEvent.clear(search);
});

test('a row tells what lies ahead, what there was, and the balance; a debt looks like one', async () => {
  const debtor = { ...roster, balance: { amount: -50_000, currency: 'RUB' }, bookings_upcoming: 0 };
  network().on(`GET ${path}?`, { items: [debtor] });
  render(<ClientsPage trainerId={1} />);
  const row = await screen.findByTestId('client');
  expect(row.textContent).toContain('нет записей · всего 7');
  expect(row.querySelector('.debt')?.textContent).toMatch(/500/);
});

test('the balance is told in sessions, too', async () => {
  open();
  expect(await screen.findByText('Хватит на 2 тренировки')).toBeTruthy();
});

test('a usual amount is a tap away, and what the balance comes to is said before', async () => {
  network().on(`POST ${pair}/topup`, () => ({ status: 201, body: entry }));
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Пополнить' }));
  const sheet = within(screen.getByRole('dialog', { name: 'Пополнить баланс' }));
  await userEvent.click(sheet.getByRole('button', { name: /10 тренировок/ }));
  expect(sheet.getByText(/^Станет 31\s000/)).toBeTruthy();
  await userEvent.click(sheet.getByRole('button', { name: /^Пополнить на 25/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(network().requests(`POST ${pair}/topup`)[0]?.body).toEqual({ amount: { amount: 2_500_000, currency: 'RUB' } });
});

test('a sum has to be above zero', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Пополнить' }));
  const sheet = within(screen.getByRole('dialog', { name: 'Пополнить баланс' }));
  await userEvent.type(sheet.getByRole('textbox', { name: /^Сумма/ }), '0');
  await userEvent.click(sheet.getByRole('button', { name: 'Пополнить' }));
  expect(sheet.getByRole('alert').textContent).toContain('больше нуля');
  expect(network().requests('POST /users')).toHaveLength(0);
});

test('a correction needs a reason, which the client will see', async () => {
  network().on(`POST ${pair}/adjustment`, () => ({ status: 201, body: entry }));
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Исправить' }));
  const sheet = within(screen.getByRole('dialog', { name: 'Исправить баланс' }));
  await userEvent.click(sheet.getByRole('button', { name: 'Уменьшить' }));
  await userEvent.type(sheet.getByRole('textbox', { name: /^Сумма/ }), '500');
  await userEvent.click(sheet.getByRole('button', { name: /^Уменьшить на/ }));
  expect(sheet.getByRole('alert').textContent).toBe('Напишите причину: клиент увидит её');
  await userEvent.click(sheet.getByRole('button', { name: 'Ошибка в сумме' }));
  await userEvent.click(sheet.getByRole('button', { name: /^Уменьшить на/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(network().requests(`POST ${pair}/adjustment`)[0]?.body).toEqual({
    amount: { amount: -50_000, currency: 'RUB' },
    reason: 'Ошибка в сумме',
  });
});

test('sessions ahead come first, then those that were, the last one first', async () => {
  const on = (id: string, day: string, part = {}) =>
    aBooking({ id, starts_at: `${day}T10:00:00+03:00`, ends_at: `${day}T11:00:00+03:00`, ...part });
  network().on('GET /bookings/trainer/1', {
    items: [
      on('a', '2026-11-20', { status: 'COMPLETED' }),
      on('b', '2026-11-27', { status: 'NO_SHOW' }),
      on('c', '2026-12-03', { status: 'CANCELLED' }),
      on('d', '2026-12-04'),
      on('e', '2026-12-11'),
    ],
  });
  open();
  const shown = () => screen.getAllByTestId('session').map((row) => row.querySelector('.row-title')?.textContent);
  await screen.findAllByTestId('session');
  expect(shown()).toEqual(['пт, 4 дек., 10:00', 'пт, 11 дек., 10:00', 'чт, 3 дек., 10:00', 'пт, 27 нояб., 10:00']);
  await userEvent.click(screen.getByRole('button', { name: 'Показать все (5)' }));
  expect(shown()).toHaveLength(5);
  await userEvent.click(screen.getAllByTestId('session')[0] as HTMLElement);
  expect(screen.getByRole('dialog', { name: 'Тренировка' })).toBeTruthy();
});

test('a client is shown with their months', async () => {
  open();
  const shown = await screen.findByTestId('months');
  expect(shown.textContent).toContain('Декабрь 2026');
  expect(shown.textContent).toMatch(/15\s000\s₽/);
});

test('the last visit was on the day of the trainer’s clock, wherever the phone is', async () => {
  network().on(`GET ${path}/2`, { ...roster, last_visit_at: '2026-11-21T01:00:00+10:00' });
  open();
  expect(await screen.findByText('сб, 21 нояб.')).toBeTruthy();
});

test('who has no name in Telegram is written to by their number', async () => {
  const opened = vi.fn();
  vi.stubGlobal('open', opened);
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Написать' }));
  expect(opened).toHaveBeenCalledWith('https://t.me/+79215550111', '_blank', 'noopener');
});

test('note, price and archive are saved with the version that was seen', async () => {
  network().on(`PUT ${path}/2`, { ...roster, version: 4 });
  open();
  const [note, price] = await screen.findAllByRole('textbox');

  if (note) fireEvent.input(note, { target: { value: ' ' } });
  if (price) fireEvent.input(price, { target: { value: '1 800' } });
  await userEvent.click(screen.getByRole('checkbox'));
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));

  await waitFor(() => expect(network().requests('PUT')).toHaveLength(1));
  expect(network().requests('PUT')[0]?.body).toEqual({
    note: null,
    price: { amount: 180_000, currency: 'RUB' },
    archived: true,
    version: 3,
  });
});

test('what is no price is not sent', async () => {
  open();
  const [, price] = await screen.findAllByRole('textbox');

  if (price) fireEvent.input(price, { target: { value: 'дорого' } });
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));

  expect(screen.getByRole('alert').textContent).toMatch(/2500/);
  expect(network().requests('PUT')).toHaveLength(0);
});

test('a client who has left is said to be gone', async () => {
  network().on(`GET ${path}/2`, () => problem(404, 'not_found', 'Такого клиента нет'));
  open();

  expect(await screen.findByRole('button', { name: 'Повторить' })).toBeTruthy();
});
