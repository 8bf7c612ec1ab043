import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { fullName } from '../../shared/text/format';
import { addDays, dayAndTime, type LocalDate } from '../../shared/text/time';
import { Icon } from '../../shared/ui/icon';
import { PersonRow, Row, Status } from '../../shared/ui/parts';
import { Sheet } from '../../shared/ui/sheet';
import { text } from './text';

/** So long a trainer may still say that an unanswered session took place. */
const UNANSWERED_DAYS = 3;

/** What waits for a word of the trainer, on whatever day it is: requests, and sessions that nobody answered. */
export function useInbox(trainerId: number, today: LocalDate): Booking[] {
  const pending = useLoad(`pending/${today}`, () => api.pendingBookings(trainerId, addDays(today, -UNANSWERED_DAYS)));
  return (pending.data ?? []).filter(
    (one) => one.status === 'PENDING' && (one.awaiting === 'trainer' || one.allowed_actions.includes('complete')),
  );
}

export function Inbox({ of, onOpen }: { of: Booking[]; onOpen: (booking: Booking) => void }) {
  const [listed, setListed] = useState(false);
  const [only] = of;
  if (!only) return null;
  const alone = of.length === 1;
  return (
    <div class="card flush inbox">
      <Row
        lead={<Icon name="clock" />}
        title={text().waiting(of.length)}
        detail={alone ? `${fullName(only.client)}, ${dayAndTime(only.starts_at, only.timezone)}` : undefined}
        onPress={() => (alone ? onOpen(only) : setListed(true))}
        testId="inbox"
      />
      {listed && (
        <Sheet title={text().waiting(of.length)} onClose={() => setListed(false)}>
          <div class="card flush">
            {of.map((one) => (
              <PersonRow
                key={one.id}
                person={one.client}
                detail={
                  <>
                    {dayAndTime(one.starts_at, one.timezone)}
                    <br />
                    <Status of={one} as="trainer" />
                  </>
                }
                onPress={() => {
                  setListed(false);
                  onOpen(one);
                }}
                testId="waiting"
              />
            ))}
          </div>
        </Sheet>
      )}
    </div>
  );
}
