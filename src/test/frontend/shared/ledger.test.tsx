import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { TrainerPage } from '~/client/trainers/trainer-page';
import type { LedgerEntry } from '~/shared/api/types';
import { language } from '~/shared/text/language';
import { why } from '~/shared/text/ledger';
import { ClientPage } from '~/trainer/clients/client-page';
import { anna, clientMe, marina, profile } from '../samples';
import { pageTest } from '../support';

const { network } = pageTest();
const rub = (amount: number) => ({ amount, currency: 'RUB' });

const charge: LedgerEntry = {
  id: 2,
  kind: 'charge',
  amount: rub(-250000),
  balance_after: rub(-150000),
  booking_id: 'b1',
  actor: 'system',
  reason: {
    code: 'before_start',
    comment: null,
    charge_hours_before: 12,
    charge_at: '2026-11-30T22:00:00+03:00',
    starts_at: '2026-12-01T10:00:00+03:00',
  },
  created_at: '2026-11-30T22:00:00+03:00',
  timezone: 'Europe/Moscow',
};
const topUp: LedgerEntry = {
  ...charge,
  id: 1,
  kind: 'topup',
  amount: rub(100000),
  balance_after: rub(100000),
  actor: 'trainer',
  reason: { ...charge.reason, code: 'by_trainer', comment: 'наличными' },
};

beforeEach(() => {
  language.value = 'ru';
  network().on('GET /users/client/2', { ...anna, trainers: [{ trainer: marina, balance: rub(-150000) }] });
  network().on('GET /users/trainer/1/clients/2', {
    client: anna,
    balance: rub(-150000),
    bookings_total: 1,
    bookings_upcoming: 0,
    archived: false,
    version: 0,
  });
  network().on('GET /users/trainer/1/client/2/ledger', { items: [charge, topUp] });
});

describe('the client', () => {
  it('sees what is owed to a trainer and why money was charged', async () => {
    render(<TrainerPage me={clientMe} trainerId={1} />);
    expect(await screen.findByText(/^долг 1\s500\s₽$/)).toBeTruthy();
    const [charged, received] = await screen.findAllByTestId('ledger-entry');
    expect(charged?.textContent).toContain('-2\u00a0500\u00a0₽');
    expect(charged?.textContent).toContain('Тренировка: вт, 1 дек., 10:00.');
    expect(charged?.textContent).toContain('оплата списывается за 12 ч до начала');
    expect(received?.textContent).toContain('+1\u00a0000\u00a0₽');
    expect(received?.textContent).toContain('наличными');
  });

  it('reads in English why a late agreement was charged at once', () => {
    language.value = 'en';
    expect(why({ ...charge, reason: { ...charge.reason, code: 'agreed_later' } })).toBe(
      'Session: Tue 1 Dec, 10:00. By the trainer’s rule a session is charged 12 h before the start. This one was agreed later than that, so it was charged at once.',
    );
  });
});

describe('the trainer', () => {
  async function openMoney(): Promise<HTMLElement> {
    render(<ClientPage trainerId={1} clientId={2} price={profile.price} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Пополнить/ }));
    return screen.findByRole('dialog', { name: 'Анна Петрова' });
  }

  it('tops up for several sessions with one tap on the amount', async () => {
    network().on('POST /users/trainer/1/client/2/topup', { ...topUp, balance_after: rub(1100000) });
    const sheet = await openMoney();
    await userEvent.click(within(sheet).getByRole('button', { name: /5 тренировок/ }));
    await userEvent.click(within(sheet).getByRole('button', { name: 'Пополнить баланс' }));
    expect(network().requests('POST /users/trainer/1/client/2/topup')[0]?.body).toEqual({ amount: rub(1250000) });
    expect(network().requests('POST /users/trainer/1')[0]?.headers['Idempotency-Key']).toBeTruthy();
  });

  it('says why when the balance is corrected, with the sign that was meant', async () => {
    network().on('POST /users/trainer/1/client/2/adjustment', { ...topUp, kind: 'adjustment' });
    const sheet = await openMoney();
    await userEvent.click(within(sheet).getByRole('button', { name: 'Уменьшить' }));
    await userEvent.type(within(sheet).getByLabelText('Сумма, ₽'), '500');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Уменьшить баланс' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Напишите причину: клиент увидит её');
    await userEvent.type(within(sheet).getByLabelText(/^Причина/), 'Потерян ключ');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Уменьшить баланс' }));
    expect(network().requests('POST /users/trainer/1/client/2/adjustment')[0]?.body).toEqual({
      amount: rub(-50000),
      reason: 'Потерян ключ',
    });
  });

  it('is asked for a sum above zero', async () => {
    const sheet = await openMoney();
    await userEvent.type(within(sheet).getByLabelText('Сумма, ₽'), '0');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Пополнить баланс' }));
    expect((await screen.findByRole('alert')).textContent).toContain('больше нуля');
    expect(network().requests('POST /users')).toHaveLength(0);
  });
});
