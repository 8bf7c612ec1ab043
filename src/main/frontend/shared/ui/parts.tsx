import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Person } from '../api/types';
import { statusWord } from '../text/common';
import { fullName, initials } from '../text/format';
import { Icon } from './icon';

export const SIGNS = { PENDING: '◷', CONFIRMED: '✓', COMPLETED: '✓✓', CANCELLED: '–', NO_SHOW: '!' } as const;

/** Sign, colour and word: a status is never told by colour alone. */
export function Status({ of, as }: { of: Parameters<typeof statusWord>[0]; as?: 'trainer' | 'client' }) {
  return (
    <span class={`status ${of.status.toLowerCase()}`} data-testid="status">
      <span class="sign" aria-hidden="true">
        {SIGNS[of.status]}
      </span>
      {statusWord(of, as)}
    </span>
  );
}

export function Avatar({ of }: { of: Person }) {
  // The hue comes from the id, so a person keeps it.
  return of.photo_url ? (
    <img class="avatar" src={of.photo_url} alt="" loading="lazy" />
  ) : (
    <span class={`avatar tint-${of.telegram_id % 5}`} aria-hidden="true">
      {initials(of)}
    </span>
  );
}

interface RowProps {
  onPress: () => void;
  lead?: ComponentChildren;
  title: ComponentChildren;
  detail?: ComponentChildren;
  value?: ComponentChildren;
  testId?: string;
}

/** A line of a list that leads somewhere. */
export function Row({ onPress, lead, title, detail, value, testId }: RowProps) {
  return (
    <button type="button" class="row" onClick={onPress} data-testid={testId}>
      {lead}
      <span class="row-text">
        <span class="row-title">{title}</span>
        {detail && <span class="hint">{detail}</span>}
      </span>
      {value && <span class="row-value">{value}</span>}
      <Icon name="chevron" />
    </button>
  );
}

export function PersonRow({ person, ...rest }: { person: Person } & Omit<RowProps, 'title' | 'lead'>) {
  return <Row lead={<Avatar of={person} />} title={fullName(person)} {...rest} />;
}

/** A choice of few, the chosen one in sight. */
export function Chips<T extends string | number>({
  label,
  options,
  value,
  onChange,
  wrap = false,
}: {
  label: string;
  options: { value: T; text: string; detail?: string | undefined }[];
  value: T | undefined;
  onChange: (value: T) => void;
  wrap?: boolean;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (!row.current || !chosen) return;
    row.current.scrollLeft = chosen.offsetLeft - row.current.offsetLeft - row.current.clientWidth / 2;
  }, []);
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div ref={row} class={wrap ? 'chips wrap' : 'chips'}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            class="chip"
            aria-pressed={option.value === value}
            onClick={() => onChange(option.value)}
          >
            {option.text}
            {option.detail && <small>{option.detail}</small>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

export function Field({ label, hint, children }: { label: string; hint?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label class="field">
      <span class="field-label">{label}</span>
      {children}
      {hint && <span class="hint">{hint}</span>}
    </label>
  );
}

export function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
