import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Figures, Report } from '~/shared/api/types';
import { go } from '~/shared/route';
import { language } from '~/shared/text/language';
import { addDays } from '~/shared/text/time';
import { before, roundUp, trend } from '~/trainer/analytics/series';
import { TrainerApp } from '~/trainer/app';
import { anna, trainerMe } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const rub = (sum: number) => ({ amount: sum * 100, currency: 'RUB' });

function sums(part: Partial<Figures> = {}): Figures {
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
      figures: date === from ? sums({ sessions: busy, income: rub(-500), occupied_minutes: 300 }) : sums(),
    });
  }
  return {
    timezone: 'Europe/Moscow',
    from,
    to: query.get('to') ?? '',
    days,
    total: sums({
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
  expect(plot.getAllByRole('row', { hidden: true })).toHaveLength(30);
  expect(asked()[0]).toBe('2026-11-04 2026-12-03');

  await userEvent.click(screen.getByRole('button', { name: '3 месяца' }));
  await waitFor(() => expect(figuresOf('Тренировки')).toHaveLength(13));
  expect(asked()).toContain('2026-09-04 2026-12-03');
});

it('leafs to the periods before, and takes any days', async () => {
  render(<TrainerApp me={trainerMe} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Неделя' }));
  expect(screen.getByRole('button', { name: 'Позже' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: 'Раньше' }));
  expect(screen.getByText('20 нояб. – 26 нояб.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Свои даты' }));
  fireEvent.change(screen.getByLabelText('С'), { target: { value: '2026-11-25' } });
  await waitFor(() => expect(asked()).toContain('2026-11-25 2026-11-26'));
});

it('says what a bar stands for when the finger or the keys are on it', async () => {
  render(<TrainerApp me={trainerMe} />);
  const income = within(await screen.findByRole('region', { name: 'Доход' }));
  expect(income.getByText('7 500 ₽')).toBeTruthy();
  const keys = income.getByRole('slider', { name: 'Доход' });
  fireEvent.input(keys, { target: { value: '0' } });
  expect(income.getByText('4 нояб.: -500 ₽')).toBeTruthy();
  expect(keys.getAttribute('aria-valuetext')).toMatch(/^4 нояб.: -500\s₽$/);
});

it('has all figures in a table, too; a share is that of the sums', async () => {
  render(<TrainerApp me={trainerMe} />);
  const occupancy = within(await screen.findByRole('region', { name: 'Занятость' }));
  expect(occupancy.getByText('25 %')).toBeTruthy();
  expect(occupancy.getByText('25 из 100 часов')).toBeTruthy();
  expect(figuresOf('Занятость')[0]).toMatch(/^4 нояб.50\s%$/);
});

it('names the parts of a bar by sign and word, not by colour alone', async () => {
  render(<TrainerApp me={trainerMe} />);
  const plot = within(await screen.findByRole('region', { name: 'Тренировки' }));
  expect(plot.getAllByRole('listitem').map((one) => one.textContent)).toEqual(['✓✓проведено: 1', '!неявки: 1']);
});

it('compares with the days before', async () => {
  expect([trend(6, 4), trend(3, 4), trend(5, 0)]).toEqual([50, -25, null]);
  expect(before({ from: '2026-11-04', to: '2026-12-03' })).toEqual({ from: '2026-10-05', to: '2026-11-03' });
});

it('ends its axes at round numbers', () => {
  expect([0, 1, 3, 5, 7, 11, 950, 62_000].map(roundUp)).toEqual([0, 1, 4, 6, 8, 20, 1000, 80_000]);
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

/** The days that were asked for. */
function asked(): string[] {
  return network()
    .requests('GET /analytics')
    .map(({ path }) => new URLSearchParams(path.split('?')[1]))
    .map((query) => `${query.get('from')} ${query.get('to')}`);
}

function figuresOf(title: string): (string | null)[] {
  const plot = screen.getByRole('region', { name: title });
  return [...plot.querySelectorAll('tr')].map((row) => row.textContent);
}
