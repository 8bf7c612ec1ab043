import { useState } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon';
import { Field } from '../../shared/ui/parts';
import { text } from './text';

const MOST = 20;

/** What a trainer is good at, in words of their own; the usual ones are a tap away. */
export function Specialties({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  const [typed, setTyped] = useState('');
  const has = (word: string) => value.some((one) => one.toLowerCase() === word.toLowerCase());
  const usual = text().usualSpecialties.filter((word) => !has(word));

  function add(word: string): void {
    const wanted = word.trim();
    if (wanted && !has(wanted) && value.length < MOST) onChange([...value, wanted]);
    setTyped('');
  }

  return (
    <>
      <fieldset class="field">
        <legend>{text().specialties}</legend>
        <div class="chips wrap">
          {value.map((word) => (
            <button
              key={word}
              type="button"
              class="chip removable"
              aria-label={text().removeSpecialty(word)}
              onClick={() => onChange(value.filter((one) => one !== word))}
            >
              {word}
              <Icon name="close" />
            </button>
          ))}
          {value.length < MOST &&
            usual.map((word) => (
              <button
                key={word}
                type="button"
                class="chip suggestion"
                aria-label={text().addSpecialty(word)}
                onClick={() => add(word)}
              >
                <Icon name="plus" />
                {word}
              </button>
            ))}
        </div>
      </fieldset>
      <form
        class="beside"
        onSubmit={(event) => {
          event.preventDefault();
          add(typed);
        }}
      >
        <Field label={text().ownSpecialty}>
          <input
            maxLength={50}
            value={typed}
            enterkeyhint="done"
            onInput={(event) => setTyped(event.currentTarget.value)}
            // Whoever goes on without pressing anything has still said it.
            onBlur={() => add(typed)}
          />
        </Field>
        <button type="submit" class="button quiet" disabled={!typed.trim()}>
          {text().add}
        </button>
      </form>
    </>
  );
}
