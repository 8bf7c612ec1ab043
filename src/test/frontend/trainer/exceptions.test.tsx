import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { route } from '~/shared/route';
import { language } from '~/shared/text/language';
import { ExceptionsPage } from '~/trainer/settings/exceptions-page';
import { aBooking, profile } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const holiday = { id: 7, kind: 'off', date_from: '2026-12-24', date_to: '2026-12-26', reason: 'Отпуск', version: 0 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  network().on('GET /slots/exceptions', { items: [holiday], next_cursor: null });
});

it('lists what lies ahead, with dates, hours and the reason', async () => {
  network().on('GET /slots/exceptions', {
    items: [
      holiday,
      { id: 8, kind: 'extra', date_from: '2026-12-05', date_to: '2026-12-05', from: '10:00', to: '14:00' },
    ],
  });
  render(<ExceptionsPage trainer={profile} />);
  expect(await screen.findByText('чт, 24 дек. – сб, 26 дек.')).toBeTruthy();
  expect(screen.getByText('не работаю · Отпуск')).toBeTruthy();
  expect(screen.getByText('дополнительные часы · 10:00–14:00')).toBeTruthy();
  expect(network().requests('GET /slots/exceptions')[0]?.path).toContain('from=2026-12-01');
});

it('takes a holiday from one day to another and lists what is booked in it', async () => {
  network().on('POST /slots/exceptions', () => ({ status: 201, body: { ...holiday, conflicts: [aBooking()] } }));
  render(<ExceptionsPage trainer={profile} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Добавить выходные' }));
  fireEvent.input(screen.getByLabelText('Первый день'), { target: { value: '2026-12-24' } });
  fireEvent.input(screen.getByLabelText('Последний день'), { target: { value: '2026-12-26' } });
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
  const conflicts = within(await screen.findByRole('dialog', { name: 'На это время уже есть 1 запись' }));
  expect(network().requests('POST /slots/exceptions')[0]?.body).toEqual({
    kind: 'off',
    date_from: '2026-12-24',
    date_to: '2026-12-26',
    reason: '',
  });
  await userEvent.click(conflicts.getByRole('button', { name: /^ср, 2 дек., 10:00, Анна Петрова/ }));
  expect(route.value).toBe('/booking/b1');
});

it('adds hours, and says why they were refused', async () => {
  network().on('POST /slots/exceptions', () => problem(422, 'validation_failed', 'Проверьте часы'));
  render(<ExceptionsPage trainer={profile} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Добавить часы' }));
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Проверьте часы');
  expect(network().requests('POST /slots/exceptions')[0]?.body).toMatchObject({
    kind: 'extra',
    from: '10:00',
    to: '14:00',
  });
});

it('changes one that is there, naming the version it saw', async () => {
  network().on('PUT /slots/exceptions/7', { ...holiday, version: 1, conflicts: [] });
  render(<ExceptionsPage trainer={profile} />);
  await userEvent.click(await screen.findByTestId('exception'));
  fireEvent.input(screen.getByLabelText('Последний день'), { target: { value: '2026-12-31' } });
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(network().requests('PUT /slots/exceptions/7')).toHaveLength(1));
  expect(network().requests('PUT /slots/exceptions/7')[0]?.body).toEqual({
    kind: 'off',
    date_from: '2026-12-24',
    date_to: '2026-12-31',
    reason: 'Отпуск',
    version: 0,
  });
});

it('removes one', async () => {
  network().on('DELETE /slots/exceptions/7', {});
  render(<ExceptionsPage trainer={profile} />);
  await userEvent.click(await screen.findByTestId('exception'));
  await userEvent.click(screen.getByRole('button', { name: 'Убрать, вернуть обычные часы' }));
  await waitFor(() => expect(network().requests('DELETE /slots/exceptions/7')).toHaveLength(1));
});

it('speaks English', async () => {
  language.value = 'en';
  render(<ExceptionsPage trainer={profile} />);
  expect(await screen.findByRole('button', { name: 'Add days off' })).toBeTruthy();
});
