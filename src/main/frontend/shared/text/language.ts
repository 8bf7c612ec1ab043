import { computed, signal } from '@preact/signals';
import { launch } from '../telegram/bridge';

export type Language = 'ru' | 'en';

/** The user's own choice decides as soon as it is known, Telegram's or the browser's language until then. */
export const language = signal<Language>(asLanguage(launch?.languageCode ?? navigator.language));

/** As the service has it: English for who has Telegram in English, Russian for everybody else. */
export function asLanguage(code: string): Language {
  return code.startsWith('en') ? 'en' : 'ru';
}

/** Texts in both languages, the English ones of the Russian's exact shape: a missing one does not compile. */
export function texts<T>(both: { ru: T; en: NoInfer<T> }): () => T {
  const current = computed(() => both[language.value]);
  return () => current.value;
}

/** Picks the plural form: `plural(3, ['тренировка', 'тренировки', 'тренировок'])`, in English `[one, other]`. */
export function plural(count: number, forms: readonly string[]): string {
  const index = { one: 0, few: 1 }[new Intl.PluralRules(language.value).select(count) as 'one' | 'few'];
  const last = forms.length - 1;
  return `${count} ${forms[index ?? last] ?? forms[last]}`;
}
