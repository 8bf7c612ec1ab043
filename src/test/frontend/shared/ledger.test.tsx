import { render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { TrainerPage } from '~/client/trainers/trainer-page';
import type { LedgerEntry } from '~/shared/api/types';
import { language } from '~/shared/text/language';
import { why } from '~/shared/text/ledger';
import { anna, clientMe, marina } from '../samples';
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
