import { text } from './text';

/** A word about a time at which the trainer does not work. */
export function Outside() {
  return <p class="warning">{text().outside}</p>;
}
