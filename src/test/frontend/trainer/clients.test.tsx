import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { RosterClient } from '~/shared/api/types';
import { ClientPage } from '~/trainer/clients/client-page';
import { ClientsPage } from '~/trainer/clients/clients-page';
import { anna, marina, profile } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();

const roster: RosterClient = {
  client: anna,
  phone: null,
  last_visit_at: null,
  balance: { amount: 100_000, currency: 'RUB' },
  price: null,
  bookings_total: 7,
  bookings_upcoming: 1,
  note: 'Колено',
  archived: false,
  version: 3,
  stats: [{ month: '2026-12', completed: 6, cancelled: 1, no_show: 2, spent: { amount: 1_500_000, currency: 'RUB' } }],
};
const path = '/users/trainer/1/clients';
const page = () => <ClientPage trainerId={1} clientId={anna.telegram_id} price={profile.price} />;

test('the order is the server’s, and those in the archive stand apart', async () => {
  const shelved = { ...roster, client: { ...marina, telegram_id: 9 }, archived: true };
  network().on(`GET ${path}`, { items: [shelved, roster], next_cursor: null });
  render(<ClientsPage trainerId={1} />);
  await screen.findByText('Анна Петрова');

  await userEvent.click(screen.getByRole('button', { name: /balance|По балансу/ }));

  await waitFor(() => expect(network().requests(`GET ${path}?limit=200&sort=balance`)).toHaveLength(1));
  const names = (await screen.findAllByTestId('client')).map((row) => row.querySelector('.row-title')?.textContent);
  expect(names).toEqual(['Анна Петрова', 'Марина Соколова']);
});

test('a client is shown with their months', async () => {
  network().on(`GET ${path}/2`, roster);
  render(page());

  const months = await screen.findByTestId('months');

  expect(months.textContent).toMatch(/2026/);
  expect(months.textContent).toMatch(/₽15,000|15\s000\s₽/);
});

test('note, price and archive are saved with the version that was seen', async () => {
  network().on(`GET ${path}/2`, roster);
  network().on(`PUT ${path}/2`, { ...roster, version: 4 });
  render(page());
  const [note, price] = await screen.findAllByRole('textbox');

  if (note) fireEvent.input(note, { target: { value: ' ' } });
  if (price) fireEvent.input(price, { target: { value: '1 800' } });
  await userEvent.click(screen.getByRole('checkbox'));
  await userEvent.click(screen.getByRole('button', { name: /Save|Сохранить/ }));

  await waitFor(() => expect(network().requests('PUT')).toHaveLength(1));
  expect(network().requests('PUT')[0]?.body).toEqual({
    note: null,
    price: { amount: 180_000, currency: 'RUB' },
    archived: true,
    version: 3,
  });
});

test('what is no price is not sent', async () => {
  network().on(`GET ${path}/2`, roster);
  render(page());
  const [, price] = await screen.findAllByRole('textbox');

  if (price) fireEvent.input(price, { target: { value: 'дорого' } });
  await userEvent.click(screen.getByRole('button', { name: /Save|Сохранить/ }));

  expect(screen.getByRole('alert').textContent).toMatch(/2500/);
  expect(network().requests('PUT')).toHaveLength(0);
});

test('a client who has left is said to be gone', async () => {
  network().on(`GET ${path}/2`, () => problem(404, 'not_found', 'Такого клиента нет'));
  render(page());

  expect(await screen.findByRole('button', { name: /Try again|Повторить/ })).toBeTruthy();
});
