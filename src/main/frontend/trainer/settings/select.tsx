import { Field } from '../../shared/ui/parts';

interface Props<T> {
  label: string;
  hint?: string;
  options: { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of many: the phone's own list. */
export function Select<T extends string | number>({ label, hint, options, value, onChange }: Props<T>) {
  return (
    <Field label={label} {...(hint && { hint })}>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** The usual values and the one that is set, even if it is unusual. */
export function choices(usual: number[], present: number, name: (value: number) => string) {
  return [...new Set([...usual, present])].sort((a, b) => a - b).map((value) => ({ value, text: name(value) }));
}
