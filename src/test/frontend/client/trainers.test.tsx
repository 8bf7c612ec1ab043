import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ClientApp } from '~/client/app';
import type { Me } from '~/shared/api/types';
import { route, show } from '~/shared/route';
import { session } from '~/shared/session';
import { language } from '~/shared/text/language';
import { Toast } from '~/shared/ui/feedback';
import { clientMe, marina, profile, trainerMe } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const rub = (sum: number) => ({ amount: sum * 100, currency: 'RUB' });
const oleg = { ...profile, telegram_id: 9, first_name: 'Олег', last_name: 'Ким', username: null };

/** As the shell does: the app of whoever the session says. */
function App() {
  const now = session.value;
  return now.state === 'ready' ? (
    <>
      <ClientApp me={now.me} />
      <Toast />
    </>
  ) : null;
}

function open(path: string, me: Me = clientMe): void {
  session.value = { state: 'ready', me };
  show(path);
  render(<App />);
}

beforeEach(() => {
  language.value = 'ru';
  network().on('GET /bookings/client/2', { items: [], next_cursor: null });
  network().on('GET /slots/trainer', { timezone: 'Europe/Moscow', days: [] });
  network().on('GET /users/client/2', { ...clientMe, trainers: [{ trainer: marina, balance: rub(-1500) }] });
  network().on('GET /users/trainer/1/client/2/ledger', { items: [], next_cursor: null });
  network().on('GET /users/trainer/9', { ...oleg, about: 'Бокс с нуля', specialties: ['бокс'] });
});

describe('trainers', () => {
  it('stand with what is owed to each', async () => {
    open('/trainers');
    expect((await screen.findByText(/^долг 1\s500\s₽$/)).closest('button')?.textContent).toContain('Марина Соколова');
  });

  it('show who they are and how they are booked', async () => {
    open('/trainer/1', { ...clientMe, trainers: [{ ...profile, about: 'Сила и техника', self_booking: 'request' }] });
    expect(screen.getByRole('heading', { name: 'Марина Соколова' })).toBeTruthy();
    expect(screen.getByText('Сила и техника')).toBeTruthy();
    expect(screen.getByText('после ответа тренера')).toBeTruthy();
  });

  it('can be left, after a question', async () => {
    network().on('DELETE /users/me/trainers/1', {});
    network().on('GET /users/me', { ...clientMe, trainers: [] });
    vi.stubGlobal('confirm', () => false);
    open('/trainer/1');
    await userEvent.click(screen.getByRole('button', { name: 'Уйти от тренера' }));
    expect(network().requests('DELETE')).toHaveLength(0);
    vi.stubGlobal('confirm', () => true);
    await userEvent.click(screen.getByRole('button', { name: 'Уйти от тренера' }));
    expect(await screen.findByRole('heading', { name: 'Пока нет тренера' })).toBeTruthy();
    expect(route.value).toBe('/trainers');
  });
});

describe('a trainer’s link', () => {
  it('shows the trainer first, and makes a client on a word', async () => {
    network().on('POST /users/me/trainers', { ...clientMe, trainers: [profile, oleg] });
    open('/trainer/9');
    expect(await screen.findByText('Бокс с нуля')).toBeTruthy();
    expect(network().requests('POST /users')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Стать клиентом' }));
    expect(await screen.findByText('Олег Ким теперь ваш тренер')).toBeTruthy();
    expect(network().requests('POST /users/me/trainers')[0]?.body).toEqual({ code: 'trainer_9' });
    await waitFor(() => expect(route.value).toBe('/book/9'));
  });

  it('that leads nowhere says so', async () => {
    network().on('GET /users/trainer/9', () => problem(404, 'not_found', 'Такого тренера нет'));
    open('/trainer/9');
    expect((await screen.findByRole('alert')).textContent).toContain('Такого тренера нет');
  });

  it('that is one’s own says so, with the way to the trainer’s app', async () => {
    open('/trainer/1', trainerMe);
    expect(screen.getByRole('heading', { name: 'Это ваша ссылка' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Расписание тренера' })).toBeTruthy();
  });

  it('as a printed code is followed at once, underscores and all', async () => {
    network().on('POST /users/me/trainers', { ...clientMe, trainers: [profile, oleg] });
    open('/q/ab/c');
    await waitFor(() => expect(route.value).toBe('/trainer/9'));
    expect(network().requests('POST /users/me/trainers')[0]?.body).toEqual({ code: 'q_ab_c' });
  });

  it('as a dead code says so, with a way on', async () => {
    network().on('POST /users/me/trainers', () => problem(404, 'not_found', 'Ссылка больше не действует'));
    open('/q/dead');
    expect(await screen.findByText('Ссылка больше не действует')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'К моим тренировкам' }));
    expect(route.value).toBe('/');
  });
});

it('who is a trainer and nobody’s client is led to the trainer’s app', async () => {
  network().on('GET /bookings/client/1', { items: [], next_cursor: null });
  open('/', trainerMe);
  expect(await screen.findByTestId('open-trainer-app')).toBeTruthy();
});
