import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Booking } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
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
  if (!page.data) return null;
  const { items, next_cursor } = page.data;
  return (
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
  );
}
