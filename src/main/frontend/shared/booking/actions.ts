import { type Action, useAction } from '../action';
import { api } from '../api/calls';
import type { Booking, BookingAction, Scope } from '../api/types';
import { common } from '../text/common';
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

/** What to offer; who may decline needs no second way to cancel. */
export function doable(allowed: BookingAction[]): Doable[] {
  return DOABLE.filter((action) => allowed.includes(action) && !(action === 'cancel' && allowed.includes('decline')));
}

export function firstRefusal({ allowed_actions }: Booking): Doable | null {
  return doable(allowed_actions).find((action) => WITH_REASON.includes(action)) ?? null;
}

/**
 * Runs an action on a booking and says so; what the server answers replaces what the screen knew. To refuse more than
 * one session of a series is to cancel them: only an answer to this one can be declined.
 */
export function useBookingAction(booking: Booking, onDone: () => void): Action<[Doable, string?, Scope?]> {
  return useAction(
    async (action: Doable, reason = '', scope: Scope = 'this') => {
      if (scope === 'this') {
        await CALLS[action](booking, reason);
        return common().done[action];
      }
      const now = await api.cancel(booking, reason, scope);
      return now.status === 'CANCELLED' ? common().seriesCancelled : common().paidStays;
    },
    (said) => {
      toast(said);
      onDone();
    },
  );
}
