import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Day } from '~/shared/api/types';
import { route } from '~/shared/route';
import { language } from '~/shared/text/language';
import { addMonths, weekOf, weeksOf } from '~/trainer/today/calendar';
import { hoursOf, minutesIn } from '~/trainer/today/week-hours';
import { WeekPage } from '~/trainer/today/week-page';
import { aBooking, aDay, aRosterClient, profile } from '../samples';
import { pageTest } from '../support';

const { network } = pageTest();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  network().on('GET /slots/trainer/1/day/', ({ path }: { path: string }) => {
    const date = path.slice(-10);
    const items = [
      { kind: 'booking', booking: aBooking(), from: '10:00', to: '11:00' },
      { kind: 'free', from: '11:00', to: '13:00' },
    ];
    return { body: aDay({ date, items: date === '2026-12-02' ? items : [], working: [['10:00', '13:00']] }) };
  });
  network().on('GET /users/trainer/1/clients', { items: [aRosterClient()] });
});

const open = () => render(<WeekPage trainer={profile} date="2026-12-02" />);

it('shows the seven days from Monday on, each with who comes and when', async () => {
  open();
  const wednesday = within(await screen.findByRole('region', { name: 'среда, 2 декабря' }));
  expect(screen.getAllByRole('region').map((day) => day.getAttribute('aria-label'))).toEqual([
    'понедельник, 30 ноября',
    'вторник, 1 декабря',
    'среда, 2 декабря',
    'четверг, 3 декабря',
    'пятница, 4 декабря',
    'суббота, 5 декабря',
    'воскресенье, 6 декабря',
  ]);
  expect(wednesday.getByRole('button', { name: 'Анна Петрова, 10:00–11:00, подтверждена' })).toBeTruthy();
  expect(wednesday.getAllByTestId('free')).toHaveLength(2);
});

it('books into free time of the week', async () => {
  network().on('POST /bookings', () => ({ status: 201, body: aBooking({ id: 'b2' }) }));
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Записать клиента на 12:00' }));
  await userEvent.click(await screen.findByTestId('client'));
  await waitFor(() => expect(network().requests('POST /bookings')).toHaveLength(1));
  expect(network().requests('POST /bookings')[0]?.body).toMatchObject({ starts_at: '2026-12-02T09:00:00.000Z' });
});

it('leads to a booking, to a day, and to other weeks', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: /^Анна Петрова/ }));
  expect(screen.getByRole('dialog', { name: 'Тренировка' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Закрыть' }));
  await userEvent.click(screen.getByRole('button', { name: 'Следующая неделя' }));
  expect(route.value).toBe('/week/2026-12-09');
  await userEvent.click(screen.getByRole('button', { name: 'четверг, 3 декабря' }));
  expect(route.value).toBe('/day/2026-12-03');
});

it('shows the hours in which there is something on some day, and a usual day when there is nothing', () => {
  const dates = ['2026-12-02', '2026-12-03'];
  const day = (from: string, to: string) => aDay({ items: [], working: [[from, to]] }) as Day;
  const ends = (days: Day[]) => {
    const hours = hoursOf(days, dates, 'Europe/Moscow');
    return [hours[0], hours.at(-1)];
  };
  expect(ends([day('10:00', '21:30')])).toEqual([10, 21]);
  expect(ends([day('18:00', '20:00')])).toEqual([15, 23]);
  expect(ends([aDay({ items: [], working: [] }) as Day])).toEqual([9, 17]);
});

it('cuts what goes over midnight at the ends of the day', () => {
  const night = { starts_at: '2026-12-02T23:00:00+03:00', ends_at: '2026-12-03T01:00:00+03:00' };
  expect(minutesIn(night, '2026-12-02', 'Europe/Moscow')).toEqual([1380, 1440]);
  expect(minutesIn(night, '2026-12-03', 'Europe/Moscow')).toEqual([0, 60]);
});

it('knows the weeks of a month', () => {
  expect(weekOf('2026-12-06')[0]).toBe('2026-11-30');
  expect(weeksOf('2026-12').map((week) => week[0])).toEqual([
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
    '2026-12-21',
    '2026-12-28',
  ]);
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2027-01', -1)).toBe('2026-12');
});
