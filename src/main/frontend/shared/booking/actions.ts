import { useRef, useState } from 'preact/hooks';
import { api } from '../api/calls';
import { ApiError } from '../api/http';
import type { Booking, BookingAction, BookingStatus, Scope } from '../api/types';
import { refreshAll, setEverywhere } from '../data';
import { haptic } from '../telegram/environment';
import { common } from '../text/common';
import { sentence } from '../text/sentence';
import { toast } from '../ui/feedback';

export type Doable = keyof ReturnType<typeof common>['actions'];

/** In this order, with the one that moves things on first. */
const DOABLE: Doable[] = ['confirm', 'complete', 'no_show', 'decline', 'cancel'];
export const WITH_REASON: Doable[] = ['decline', 'cancel'];

const CALLS: Record<Doable, (booking: Booking, reason: string) => Promise<Booking>> = {
  confirm: api.confirm,
  complete: api.complete,
  no_show: api.noShow,
  decline: api.decline,
  cancel: api.cancel,
};

const LEADS_TO: Record<Doable, BookingStatus> = {
  confirm: 'CONFIRMED',
  complete: 'COMPLETED',
  no_show: 'NO_SHOW',
  decline: 'CANCELLED',
  cancel: 'CANCELLED',
};

/** What to offer; who may decline needs no second way to cancel. */
export function doable(allowed: BookingAction[]): Doable[] {
  return DOABLE.filter((action) => allowed.includes(action) && !(action === 'cancel' && allowed.includes('decline')));
}

export function firstRefusal({ allowed_actions }: Booking): Doable | null {
  return doable(allowed_actions).find((action) => WITH_REASON.includes(action)) ?? null;
}

export interface BookingDeed {
  run: (action: Doable, reason?: string, scope?: Scope) => Promise<void>;
  busy: boolean;
}

/**
 * Does something with a booking: the screen shows it as done at once, and `onDone` is called. When the service says no,
 * or nothing, all is as before, and a word in passing tells why.
 */
export function useBookingAction(booking: Booking, onDone: () => void): BookingDeed {
  const [busy, setBusy] = useState(false);
  // The second tap of two may come before the screen knows of the first.
  const running = useRef(false);

  async function run(action: Doable, reason = '', scope: Scope = 'this'): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    // Until the answer nothing more can be done: it would name a version that is about to be stale.
    const takeBack = setEverywhere({ ...booking, status: LEADS_TO[action], awaiting: null, allowed_actions: [] });
    onDone();
    try {
      const now = await send(booking, action, reason, scope);
      setEverywhere(now);
      haptic('success');
      toast(outcome(action, scope, now));
    } catch (error) {
      takeBack();
      haptic('error');
      toast(
        sentence(error, 'write'),
        again(error, () => run(action, reason, scope)),
      );
    } finally {
      running.current = false;
      setBusy(false);
      refreshAll();
    }
  }

  return { run, busy };
}

/** To refuse more than one session of a series is to cancel them: only an answer to this one can be declined. */
function send(booking: Booking, action: Doable, reason: string, scope: Scope): Promise<Booking> {
  return scope === 'this' ? CALLS[action](booking, reason) : api.cancel(booking, reason, scope);
}

function outcome(action: Doable, scope: Scope, { status }: Booking): string {
  if (scope === 'this') return common().done[action];
  return status === 'CANCELLED' ? common().seriesCancelled : common().paidStays;
}

/** What was not refused but lost on the way can be sent again; it goes out under the same key, and happens once. */
function again(error: unknown, run: () => void) {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return refused ? undefined : { text: common().retry, run };
}
