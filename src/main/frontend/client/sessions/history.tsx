import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { Await } from '../../shared/ui/feedback';
import { text } from '../text';
import { Sessions } from './sessions';

interface Props {
  clientId: number;
  onOpen: (booking: Booking) => void;
  /** Where this page begins; absent on the first. */
  cursor?: string;
}

/** A page of what is over, and the next one below it once it is asked for. */
export function History({ clientId, onOpen, cursor }: Props) {
  const page = useLoad(`history/${cursor ?? ''}`, () => api.history(clientId, cursor));
  const [more, setMore] = useState(false);
  // Nobody has asked for the first one: it comes when it comes, and what went wrong was said above of the sessions ahead.
  if (!cursor && !page.data) return null;
  return (
    <Await of={cursor ? page : { ...page, error: undefined }} rows={2}>
      {({ items, next_cursor }) => (
        <>
          <Sessions title={cursor ? undefined : text().history} bookings={items} onOpen={onOpen} />
          {next_cursor &&
            (more ? (
              <History clientId={clientId} onOpen={onOpen} cursor={next_cursor} />
            ) : (
              <button type="button" class="button quiet" onClick={() => setMore(true)}>
                {text().earlier}
              </button>
            ))}
        </>
      )}
    </Await>
  );
}
