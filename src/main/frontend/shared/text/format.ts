import type { Money, Person } from '../api/types';
import { language } from './language';

/** «2 500 ₽», “₽2,500”: as each language writes it, and as the bot does. */
export function money({ amount, currency }: Money): string {
  const digits = amount % 100 === 0 ? 0 : 2;
  const sum = new Intl.NumberFormat(language.value, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const symbol = currency === 'RUB' ? '₽' : currency;
  if (language.value === 'en') return `${amount < 0 ? '-' : ''}${symbol}${sum.format(Math.abs(amount) / 100)}`;
  // The Russian format parts thousands with a non-breaking space, so a sum never breaks over two lines.
  return `${sum.format(amount / 100)}\u00a0${symbol}`;
}

/** Reads «2 500» or «2500,50»; null for what is not a sum. */
export function parseRubles(text: string): Money | null {
  const digits = text.replace(/[\s₽]/g, '').replace(',', '.');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(digits)) return null;
  return { amount: Math.round(Number(digits) * 100), currency: 'RUB' };
}

export function rubles(money: Money): string {
  return String(money.amount / 100).replace('.', language.value === 'ru' ? ',' : '.');
}

export function fullName({ first_name, last_name }: Person): string {
  return [first_name, last_name].filter(Boolean).join(' ');
}

export function initials({ first_name, last_name }: Person): string {
  return [first_name, last_name]
    .map((name) => [...(name ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

/** Reads «8 (916) 123-45-67» as +79161234567, an empty field as one; null for what is no number. */
export function parsePhone(text: string): string | null {
  const digits = text.replace(/[\s()-]/g, '').replace(/^8(?=\d{10}$)/, '+7');
  return /^(\+\d{7,15})?$/.test(digits) ? digits : null;
}
