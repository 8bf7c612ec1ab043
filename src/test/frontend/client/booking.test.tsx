import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BookPage } from '~/client/book/book-page';
import { byPartOfDay, nearest } from '~/client/book/slots';
import { SessionsPage } from '~/client/sessions/sessions-page';
import type { Me, TrainerProfile } from '~/shared/api/types';
import { language } from '~/shared/text/language';
import { ConnectionBanner } from '~/shared/ui/connection-banner';
import { aBooking, clientMe, profile } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const slot = (clock: string, date = '2026-12-02') => ({
  starts_at: `${date}T${clock}:00+03:00`,
  ends_at: `${date}T${clock.replace(/^\d\d/, (hour) => String(Number(hour) + 1))}:00+03:00`,
});
const slots = (...clocks: string[]) => ({
  timezone: 'Europe/Moscow',
  days: [
    { date: '2026-12-01', slots: [] },
    { date: '2026-12-02', slots: clocks.map((clock) => slot(clock)) },
    { date: '2026-12-03', slots: [slot('11:00', '2026-12-03')] },
  ],
});

/** Of the 31 days from the earliest date on earth; the book is open for 30 from the trainer's. */
const NEAR = 'GET /slots/trainer/1?from=2026-11-30';
const FAR = 'GET /slots/trainer/1?from=2026-12-31';

const withTrainer = (part: Partial<TrainerProfile>): Me => ({ ...clientMe, trainers: [{ ...profile, ...part }] });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  network().on(NEAR, slots('10:00', '13:00', '18:00'));
  network().on(FAR, { timezone: 'Europe/Moscow', days: [] });
  network().on('GET /bookings/client/2', { items: [] });
});

describe('booking', () => {
  it('offers only days with free time, and books in two taps', async () => {
    network().on('POST /bookings', () => ({ status: 201, body: aBooking() }));
    render(<BookPage me={clientMe} trainerId={undefined} />);
    const days = await screen.findByRole('group', { name: 'Дни' });
    expect(within(days).getAllByRole('button')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: '10:00' }));
    await userEvent.click(screen.getByRole('button', { name: 'Записаться: ср, 2 дек., 10:00' }));
    expect(await screen.findByRole('heading', { name: 'Вы записаны' })).toBeTruthy();
    expect(network().requests('POST /bookings')[0]?.body).toEqual({
      trainer_id: 1,
      client_id: 2,
      starts_at: '2026-12-02T10:00:00+03:00',
    });
  });

  it('offers days beyond the first 31 when the trainer’s book is open that far', async () => {
    network().on(FAR, {
      timezone: 'Europe/Moscow',
      days: [{ date: '2027-01-20', slots: [slot('12:00', '2027-01-20')] }],
    });
    render(<BookPage me={withTrainer({ max_advance_days: 60 })} trainerId={undefined} />);
    expect(await screen.findByRole('button', { name: 'ср 20 января' })).toBeTruthy();
    expect(
      network()
        .requests('GET /slots/trainer/1')
        .map((one) => one.path.split('?')[1]),
    ).toEqual(['from=2026-11-30&to=2026-12-30', 'from=2026-12-31&to=2027-01-30']);
  });

  it('goes on with the free times that it knows while there is no connection, and says so once', async () => {
    const page = () => (
      <>
        <ConnectionBanner />
        <BookPage me={clientMe} trainerId={undefined} />
      </>
    );
    const { unmount } = render(page());
    await screen.findByRole('button', { name: '10:00' });
    unmount();
    network().on('GET /', () => 'no network');
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 });
    render(page());
    expect(await screen.findByText(/^Нет связи. Показываем, что было в\s12:00.$/, {}, { timeout: 5000 })).toBeTruthy();
    expect(screen.getByRole('button', { name: '10:00' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    vi.useRealTimers();
  });

  it('books once however often the button is tapped', async () => {
    network().on('POST /bookings', () => ({ status: 201, body: aBooking() }));
    render(<BookPage me={clientMe} trainerId={undefined} />);
    await userEvent.click(await screen.findByRole('button', { name: '10:00' }));
    const button = screen.getByRole('button', { name: /^Записаться:/ });
    button.click();
    button.click();
    expect(await screen.findByRole('heading', { name: 'Вы записаны' })).toBeTruthy();
    expect(network().requests('POST /bookings')).toHaveLength(1);
  });

  it('answers a time lost to somebody else with the nearest free ones', async () => {
    network().on('POST /bookings', () => {
      network().on(NEAR, slots('13:00', '18:00'));
      return problem(409, 'slot_taken', 'Это время уже заняли.');
    });
    render(<BookPage me={clientMe} trainerId={undefined} />);
    await userEvent.click(await screen.findByRole('button', { name: '10:00' }));
    await userEvent.click(screen.getByRole('button', { name: /^Записаться:/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('Это время уже заняли.');
    const offers = await screen.findByRole('group', { name: 'Ближайшее свободное' });
    await userEvent.click(within(offers).getByRole('button', { name: '13:00' }));
    expect(screen.queryByRole('button', { name: '10:00' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Записаться: ср, 2 дек., 13:00' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('group', { name: 'Ближайшее свободное' })).toBeNull();
  });

  it('tells that a request waits for the trainer', async () => {
    network().on('POST /bookings', () => ({ status: 201, body: aBooking({ status: 'PENDING', awaiting: 'trainer' }) }));
    render(<BookPage me={withTrainer({ self_booking: 'request' })} trainerId={undefined} />);
    await userEvent.click(await screen.findByRole('button', { name: '10:00' }));
    await userEvent.click(screen.getByRole('button', { name: /^Попросить:/ }));
    expect(await screen.findByRole('heading', { name: 'Ждём ответа тренера' })).toBeTruthy();
  });

  it('asks which trainer when there are several', async () => {
    const oleg = { ...profile, telegram_id: 9, first_name: 'Олег', last_name: null };
    render(<BookPage me={{ ...clientMe, trainers: [...clientMe.trainers, oleg] }} trainerId={undefined} />);
    expect(screen.getAllByTestId('trainer').map((row) => row.textContent)).toEqual([
      'МСМарина Соколова2\u00a0500\u00a0₽ · 60 мин',
      'ООлег2\u00a0500\u00a0₽ · 60 мин',
    ]);
  });

  it('says that a trainer books personally', async () => {
    render(<BookPage me={withTrainer({ self_booking: 'off' })} trainerId={undefined} />);
    expect(await screen.findByText(/записывает сам/)).toBeTruthy();
    expect(network().requests('GET /slots')).toHaveLength(0);
  });
});

describe('my sessions', () => {
  it('shows the next one large and confirms it', async () => {
    const asked = aBooking({
      status: 'PENDING',
      awaiting: 'client',
      allowed_actions: ['confirm', 'decline', 'cancel'],
    });
    network().on('GET /bookings/client/2?limit=200&scope=upcoming', { items: [asked] });
    network().on('PUT /bookings/b1/confirm', () => {
      network().on('GET /bookings/client/2?limit=200&scope=upcoming', { items: [aBooking()] });
      return { body: aBooking() };
    });
    render(<SessionsPage me={clientMe} opened={undefined} />);
    const next = await screen.findByTestId('next-session');
    expect(next.textContent).toContain('Завтра');
    expect(within(next).getByTestId('status').textContent).toBe('◷ждёт подтверждения');
    await userEvent.click(within(next).getByRole('button', { name: 'Подтвердить' }));
    expect(await screen.findByText('подтверждена')).toBeTruthy();
    expect(network().requests('PUT')[0]?.body).toEqual({ version: 4 });
  });

  it('shows the history page by page', async () => {
    const past = (id: string) => aBooking({ id, status: 'COMPLETED', allowed_actions: [] });
    const history = 'GET /bookings/client/2?scope=history';
    network().on(history, { items: [past('b1')], next_cursor: 'older' });
    network().on(`${history}&cursor=older`, { items: [past('b2')], next_cursor: null });
    render(<SessionsPage me={clientMe} opened={undefined} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Показать более ранние' }));
    await waitFor(() => expect(screen.getAllByTestId('booking')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Показать более ранние' })).toBeNull();
  });

  it('tells who has no trainer what to do', async () => {
    render(<SessionsPage me={{ ...clientMe, trainers: [] }} opened={undefined} />);
    expect(await screen.findByRole('heading', { name: 'Пока нет тренера' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Записаться' })).toBeNull();
  });

  it('opens the booking that a link leads to', async () => {
    network().on('GET /bookings/b7', aBooking({ id: 'b7' }));
    render(<SessionsPage me={clientMe} opened="b7" />);
    expect(await screen.findByRole('dialog', { name: 'Тренировка' })).toBeTruthy();
  });
});

describe('slots', () => {
  it('fall into parts of the trainer’s day', () => {
    const parts = byPartOfDay([slot('11:30'), slot('12:00'), slot('17:00')], 'Europe/Moscow');
    expect(parts.map(({ part, slots: some }) => [part, some.length])).toEqual([
      ['morning', 1],
      ['afternoon', 1],
      ['evening', 1],
    ]);
  });

  it('nearest to a lost one come in order, without it', () => {
    const near = nearest(slots('09:00', '10:00', '11:00', '18:00'), '2026-12-02T07:00:00Z', 2);
    expect(near).toEqual([slot('09:00'), slot('11:00')]);
  });
});
