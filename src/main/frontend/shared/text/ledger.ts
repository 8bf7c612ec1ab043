import type { LedgerEntry } from '../api/types';
import { texts } from './language';
import { dayAndTime } from './time';

const ru = {
  balance: 'Баланс',
  operations: 'Операции',
  none: 'Операций пока нет. Здесь будет видно каждое пополнение и списание и его причина.',
  kinds: { topup: 'Пополнение', charge: 'Списание за тренировку', adjustment: 'Исправление баланса' },
  after: (sum: string) => `Стало ${sum}`,
  session: (when: string) => `Тренировка: ${when}.`,
  before: (hours: number) =>
    hours
      ? `По правилу тренера оплата списывается за ${hours} ч до начала.`
      : 'Оплата списывается к началу тренировки.',
  agreedLater: 'О тренировке договорились позже этого, поэтому списали сразу.',
  moveNotAccepted: 'Тренер перенёс оплаченную тренировку, а на новое время не согласились: деньги вернулись.',
};

const en: typeof ru = {
  balance: 'Balance',
  operations: 'Operations',
  none: 'Nothing yet. Every top-up and every charge will be listed here with its reason.',
  kinds: { topup: 'Top-up', charge: 'Charge for a session', adjustment: 'Correction' },
  after: (sum) => `Now ${sum}`,
  session: (when) => `Session: ${when}.`,
  before: (hours) =>
    hours
      ? `By the trainer’s rule a session is charged ${hours} h before the start.`
      : 'A session is charged when it starts.',
  agreedLater: 'This one was agreed later than that, so it was charged at once.',
  moveNotAccepted: 'The trainer moved a charged session and the new time was not accepted: the money came back.',
};

export const ledgerText = texts({ ru, en });

/** Why an entry was made, in words. */
export function why({ reason, timezone }: LedgerEntry): string {
  const text = ledgerText();
  if (reason.code === 'by_trainer') return reason.comment ?? '';
  if (reason.code === 'move_not_accepted') return text.moveNotAccepted;
  return [
    reason.starts_at && text.session(dayAndTime(reason.starts_at, timezone)),
    text.before(reason.charge_hours_before ?? 0),
    reason.code === 'agreed_later' && text.agreedLater,
  ]
    .filter(Boolean)
    .join(' ');
}
