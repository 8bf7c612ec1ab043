import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Figures, Report } from '~/shared/api/types';
import { go } from '~/shared/route';
import { language } from '~/shared/text/language';
import { addDays } from '~/shared/text/time';
import { TrainerApp } from '~/trainer/app';
import { anna, trainerMe } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const rub = (sum: number) => ({ amount: sum * 100, currency: 'RUB' });

function figures(part: Partial<Figures> = {}): Figures {
  return {
    sessions: { pending: 0, confirmed: 0, completed: 0, cancelled: 0, no_show: 0 },
    income: rub(0),
    received: rub(0),
    new_clients: 0,
    working_minutes: 600,
    occupied_minutes: 0,
    occupancy: null,
    ...part,
  };
}

/** One busy day, the first; two of the three counted sessions of the period are on it. */
function report(path: string): Report {
  const query = new URLSearchParams(path.split('?')[1]);
  const from = query.get('from') ?? '';
  const days = [];
  for (let date = from; date <= (query.get('to') ?? ''); date = addDays(date, 1)) {
    const busy = { pending: 0, confirmed: 0, completed: 1, cancelled: 3, no_show: 1 };
    days.push({
      date,
      figures: date === from ? figures({ sessions: busy, income: rub(-500), occupied_minutes: 300 }) : figures(),
    });
  }
  return {
    timezone: 'Europe/Moscow',
    from,
    to: query.get('to') ?? '',
    days,
    total: figures({
      sessions: { pending: 0, confirmed: 1, completed: 1, cancelled: 3, no_show: 1 },
      income: rub(7_500),
      received: rub(10_000),
      working_minutes: 6_000,
      occupied_minutes: 1_500,
      new_clients: 2,
    }),
    top_clients: [{ client: anna, sessions: 2, income: rub(5_000) }],
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-02T22:30:00Z'), toFake: ['Date'] });
  language.value = 'ru';
  network().on('GET /analytics/trainer/1', ({ path }: { path: string }) => ({ body: report(path) }));
  go('/analytics');
  return () => vi.useRealTimers();
});

it('shows the month up to today in the trainer’s zone, and other periods on a tap', async () => {
  render(<TrainerApp me={trainerMe} />);
  const plot = within(await screen.findByRole('region', { name: 'Тренировки' }));
  expect(plot.getByText('3')).toBeTruthy();
  expect(plot.getByText('3 отмены, 1 неявка')).toBeTruthy();
  expect(plot.getAllByRole('button')).toHaveLength(30);
  expect(network().requests('GET /analytics')[0]?.path).toBe('/analytics/trainer/1?from=2026-11-04&to=2026-12-03');

  await userEvent.click(screen.getByRole('button', { name: '3 месяца' }));
  await waitFor(() => expect(screen.getAllByRole('button', { name: /: \d+ тренир/ })).toHaveLength(13));
  expect(network().requests('GET /analytics').at(-1)?.path).toBe('/analytics/trainer/1?from=2026-09-04&to=2026-12-03');
});

it('says what a bar stands for when it is tapped', async () => {
  render(<TrainerApp me={trainerMe} />);
  const income = within(await screen.findByRole('region', { name: 'Доход' }));
  expect(income.getByText('7 500 ₽')).toBeTruthy();
  await userEvent.click(income.getAllByRole('button')[0] as HTMLElement);
  expect(income.getByText('4 нояб.: -500 ₽')).toBeTruthy();
  const occupancy = within(screen.getByRole('region', { name: 'Занятость' }));
  expect(occupancy.getByText('25 %')).toBeTruthy();
  expect(occupancy.getByText('25 из 100 часов')).toBeTruthy();
  expect(occupancy.getByRole('button', { name: /^4 нояб.: 50/ })).toBeTruthy();
});

it('asks the bot for the file of the shown days', async () => {
  network().on('POST /analytics/trainer/1/export', () => ({ status: 202, body: { file_name: 'x.csv' } }));
  render(<TrainerApp me={trainerMe} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Неделя' }));
  await userEvent.click(screen.getByRole('button', { name: 'Прислать CSV' }));
  await waitFor(() => expect(network().requests('POST /analytics/trainer/1/export')).toHaveLength(1));
  expect(network().requests('POST /analytics/trainer/1/export')[0]?.body).toEqual({
    format: 'csv',
    from: '2026-11-27',
    to: '2026-12-03',
  });
});

it('says in the server’s words why there is no file', async () => {
  network().on('POST /analytics/trainer/1/export', () => problem(503, 'unavailable', 'Сервис сейчас недоступен.'));
  render(<TrainerApp me={trainerMe} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Прислать файл' }));
  expect(await screen.findByText('Сервис сейчас недоступен.')).toBeTruthy();
});
