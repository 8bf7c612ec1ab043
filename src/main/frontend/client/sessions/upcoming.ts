import { api } from '../../shared/api/calls';
import type { Booking, Me } from '../../shared/api/types';

/** A client's sessions that lie ahead: their name among what is kept, and how they are read. */
export function upcomingOf(me: Me): [string, () => Promise<Booking[]>] {
  return ['upcoming', () => api.upcoming(me.telegram_id)];
}
