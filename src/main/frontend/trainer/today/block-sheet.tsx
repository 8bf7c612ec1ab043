import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { DayItem, Span } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { time } from '../../shared/text/time';
import { Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Chips, Field } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { duration, text } from './text';
import { startTimes } from './timeline';

const MINUTE = 60_000;
const STEP = 15;

/** Keeps free time for the trainer's own business. */
export function BlockSheet({ free, zone, onClose }: { free: Span; zone: string; onClose: () => void }) {
  const [start, setStart] = useState<string>();
  const [minutes, setMinutes] = useState<number>();
  const [reason, setReason] = useState('');
  const blocking = useAction(api.block, () => {
    toast(text().timeBlocked);
    onClose();
  });

  const starts = startTimes(free, STEP, STEP, zone);
  const from = starts.find((one) => one === start) ?? starts[0] ?? free.starts_at;
  const left = Math.floor((Date.parse(free.ends_at) - Date.parse(from)) / MINUTE);
  const lengths = [...new Set([30, 60, 90, 120, 180, left])].filter((one) => one <= left).sort((a, b) => a - b);
  const length = lengths.find((one) => one === minutes) ?? lengths.find((one) => one >= 60) ?? left;
  const to = new Date(Date.parse(from) + length * MINUTE).toISOString();

  return (
    <Sheet title={text().blockTitle} onClose={onClose}>
      <Chips
        label={text().start}
        options={starts.map((value) => ({ value, text: time(value, zone) }))}
        value={from}
        onChange={setStart}
      />
      <Chips
        wrap
        label={text().length}
        options={lengths.map((value) => ({ value, text: duration(value) }))}
        value={length}
        onChange={setMinutes}
      />
      <Field label={text().reason} hint={text().onlyForYou}>
        <input value={reason} maxLength={200} onInput={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <Problem>{blocking.problem}</Problem>
      <MainAction
        text={text().blockUntil(`${time(from, zone)}–${time(to, zone)}`)}
        disabled={left <= 0}
        busy={blocking.busy}
        onPress={() => blocking.run({ starts_at: from, ends_at: to, reason: reason.trim() })}
      />
    </Sheet>
  );
}

/** Blocked time, with the way to take it back. */
export function BlockedSheet({ item, zone, onClose }: { item: DayItem; zone: string; onClose: () => void }) {
  const freeing = useAction(api.unblock, () => {
    toast(text().timeFreed);
    onClose();
  });
  return (
    <Sheet title={text().blocked} onClose={onClose}>
      <p>{`${time(item.starts_at, zone)}–${time(item.ends_at, zone)}`}</p>
      {item.block?.reason && <p class="hint">{item.block.reason}</p>}
      <Problem>{freeing.problem}</Problem>
      <button
        type="button"
        class="button primary"
        disabled={freeing.busy}
        onClick={() => item.block && freeing.run(item.block.id)}
      >
        {text().freeTime}
      </button>
      <button type="button" class="button quiet" onClick={onClose}>
        {common().cancelEdit}
      </button>
    </Sheet>
  );
}
