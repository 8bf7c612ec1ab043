import type { Booking, Scope, SeriesConflict } from '../api/types';
import { common } from '../text/common';
import { dayAndTime } from '../text/time';
import { Chips } from '../ui/parts';

const SCOPES: Scope[] = ['this', 'following', 'all'];

/** Asks how much of its series is meant; nothing for a booking that stands alone. */
export function ScopeChoice({ of, value, onChange }: { of: Booking; value: Scope; onChange: (scope: Scope) => void }) {
  if (!of.series) return null;
  const text = common();
  return (
    <>
      <Chips
        wrap
        label={text.scope}
        options={SCOPES.map((scope) => ({ value: scope, text: text.scopes[scope] }))}
        value={value}
        onChange={onChange}
      />
      {value !== 'this' && <p class="hint">{text.scopeHint}</p>}
    </>
  );
}

/** The weeks that stand in the way of a series. */
export function Conflicts({ of, zone }: { of: SeriesConflict[]; zone: string }) {
  if (of.length === 0) return null;
  const text = common();
  return (
    <div class="note">
      <p>{text.conflicts}</p>
      <ul class="conflicts">
        {of.map(({ starts_at, reason }) => (
          <li key={starts_at}>
            {dayAndTime(starts_at, zone)}
            {reason === 'no_such_time' && ` – ${text.noSuchTime}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
