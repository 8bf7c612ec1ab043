import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '~/shared/api/http';
import { statusWord } from '~/shared/text/common';
import { money, parseRubles } from '~/shared/text/format';
import { asLanguage, language, plural } from '~/shared/text/language';
import { sentence } from '~/shared/text/sentence';
import {
  addDays,
  dayAndTime,
  instantAt,
  localDate,
  relativeDay,
  timeForBoth,
  weekdayName,
  weekdayOf,
} from '~/shared/text/time';

const START = '2026-12-02T10:00:00+03:00';
/** Non-breaking spaces look like any other. */
const seen = (text: string) => text.replaceAll('\u00a0', ' ');

language.value = 'ru';
afterEach(() => {
  language.value = 'ru';
});

describe('words', () => {
  it('has the right plural in both languages', () => {
    const sessions = ['тренировка', 'тренировки', 'тренировок'];
    expect([1, 2, 5, 11, 21, 22, 112].map((n) => plural(n, sessions))).toEqual([
      '1 тренировка',
      '2 тренировки',
      '5 тренировок',
      '11 тренировок',
      '21 тренировка',
      '22 тренировки',
      '112 тренировок',
    ]);
    language.value = 'en';
    expect([0, 1, 2].map((n) => plural(n, ['session', 'sessions']))).toEqual(['0 sessions', '1 session', '2 sessions']);
  });

  it('speaks Russian to those who read it, English to others', () => {
    expect(['ru', 'ru-RU', 'uk', 'en', 'de'].map(asLanguage)).toEqual(['ru', 'ru', 'ru', 'en', 'ru']);
  });

  it('tells whom a booking awaits', () => {
    expect(statusWord({ status: 'PENDING', awaiting: 'client' })).toBe('ждёт подтверждения');
    expect(statusWord({ status: 'PENDING', awaiting: 'trainer' })).toBe('ждёт ответа тренера');
  });

  it('makes a sentence of every error', () => {
    expect(sentence(new ApiError(409, 'slot_taken', 'Это время уже заняли'))).toBe('Это время уже заняли');
    expect(sentence(new ApiError(0, 'offline'), 'write')).toContain('дважды ничего не запишется');
    expect(sentence(new ApiError(500, 'internal'))).toContain('Повторите');
    expect(sentence(new TypeError('x is not a function'))).not.toContain('function');
  });
});

describe('money', () => {
  it('is written as on a price list', () => {
    expect(money({ amount: 250000, currency: 'RUB' })).toBe('2\u00a0500\u00a0₽');
    expect(money({ amount: 250050, currency: 'RUB' })).toBe('2\u00a0500,50\u00a0₽');
    expect(money({ amount: -100000, currency: 'RUB' })).toBe('-1\u00a0000\u00a0₽');
  });

  it('is written in English as English speakers expect', () => {
    language.value = 'en';
    expect(money({ amount: 250000, currency: 'RUB' })).toBe('₽2,500');
    expect(money({ amount: -250050, currency: 'RUB' })).toBe('-₽2,500.50');
  });

  it('is read as people type it', () => {
    expect(parseRubles('2 500')?.amount).toBe(250000);
    expect(parseRubles('2500,50 ₽')?.amount).toBe(250050);
    expect(['', 'две', '-5', '1.234', '99999999'].map(parseRubles)).toEqual([null, null, null, null, null]);
  });
});

describe('time', () => {
  it('is the trainer’s, and the viewer’s too where the two differ', () => {
    expect(dayAndTime(START, 'Europe/Moscow')).toBe('ср, 2 дек., 10:00');
    expect(timeForBoth(START, 'Europe/Moscow', 'Europe/Moscow')).toBe('10:00');
    expect(timeForBoth(START, 'Europe/Moscow', 'Europe/Istanbul')).toBe('10:00');
    expect(seen(timeForBoth(START, 'Europe/Moscow', 'Asia/Novosibirsk'))).toBe('10:00 по Москве, 14:00 у вас');
    language.value = 'en';
    expect(seen(timeForBoth(START, 'Europe/Moscow', 'Asia/Novosibirsk'))).toBe('10:00 Moscow time, 14:00 your time');
  });

  it('names the viewer’s day when even that differs', () => {
    expect(seen(timeForBoth('2026-12-02T22:00:00+03:00', 'Europe/Moscow', 'Asia/Vladivostok'))).toBe(
      '22:00 по Москве, чт, 3 дек., 05:00 у вас',
    );
  });

  it('calls near days by name', () => {
    const now = new Date('2026-12-01T23:30:00+03:00');
    expect(relativeDay(START, 'Europe/Moscow', now)).toBe('Завтра');
    expect(relativeDay(now, 'Europe/Moscow', now)).toBe('Сегодня');
    expect(relativeDay('2026-12-05T10:00:00+03:00', 'Europe/Moscow', now)).toBe('сб, 5 дек.');
  });

  it('knows dates by the zone’s clock', () => {
    expect(localDate('2026-12-01T22:30:00Z', 'Europe/Moscow')).toBe('2026-12-02');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(weekdayOf('2026-12-06')).toBe(7);
    expect(weekdayName(1)).toBe('Понедельник');
  });

  it('finds the instant of a wall clock, also on days that change it', () => {
    expect(instantAt('2026-12-02', '10:00', 'Europe/Moscow')).toBe('2026-12-02T07:00:00.000Z');
    expect(instantAt('2026-03-29', '09:00', 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z');
    expect(instantAt('2026-10-25', '09:00', 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z');
  });
});
