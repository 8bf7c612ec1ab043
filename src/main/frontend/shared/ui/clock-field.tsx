import { Field } from './parts';

/** A time of day; while it is half typed, the last whole one stays. */
export function ClockField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  return (
    <Field label={label}>
      <input
        type="time"
        step={300}
        value={value}
        onInput={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
