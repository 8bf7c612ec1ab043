import { launch } from './telegram/bridge';

/**
 * Answers of the service kept on the phone, so that an app opens with what it last knew, and without a network too.
 * They are apart by account, since several people share a phone and a web view, and by build, since the next build may
 * expect more of an answer.
 */
export interface Kept {
  /** When it was asked for, epoch milliseconds: an answer tells of nothing that has happened since. */
  at: number;
  /** Of a change that the app has made to it since. */
  changedAt?: number;
  data: unknown;
}

/** Beyond these the oldest go: a phone's web view gives a page some megabytes, and not always. */
const MOST_ANSWERS = 60;
const LARGEST_CHARS = 200_000;

const FOLDER = 'answer/';
const OWN = `${FOLDER}${launch?.userId ?? 0}/${__BUILD__}/`;

export function recall(key: string): Kept | undefined {
  try {
    const text = localStorage.getItem(OWN + key);
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A storage that is full or forbidden costs the memory, not the app. */
export function keep(key: string, kept: Kept): void {
  const text = JSON.stringify(kept);
  if (text.length > LARGEST_CHARS) return;
  try {
    localStorage.setItem(OWN + key, text);
    tidy(MOST_ANSWERS);
  } catch {
    tidy(MOST_ANSWERS / 2);
  }
}

/** Of every account. */
export function forgetKept(): void {
  tidy(0);
}

function tidy(most: number): void {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(FOLDER));
    if (names.length <= most) return;
    const age = (name: string) => Number(/^\{"at":(\d+)/.exec(localStorage.getItem(name) ?? '')?.[1] ?? 0);
    const oldest = names.map((name) => ({ name, at: age(name) })).sort((a, b) => a.at - b.at);
    for (const { name } of oldest.slice(0, names.length - most)) localStorage.removeItem(name);
  } catch {
    // Without a storage there is nothing to tidy.
  }
}
