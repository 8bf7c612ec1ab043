import { useState } from 'preact/hooks';
import { api } from '../api/calls';
import type { Booking, HistoryLine } from '../api/types';
import { useLoad } from '../data';
import { present } from '../now';
import { historyText } from '../text/history';
import { moment } from '../text/time';
import { Await } from '../ui/feedback';

interface Props {
  booking: Booking;
  as: 'trainer' | 'client';
}

/** What became of a booking, step by step and by whom; read once somebody wants to know. */
export function BookingHistory({ booking, as }: Props) {
  const [opened, setOpened] = useState(false);
  const whole = useLoad(opened ? `booking/${booking.id}` : null, () => api.booking(booking.id));
  return (
    <details class="fold" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{historyText().title}</summary>
      {opened && (
        <Await of={whole} rows={2}>
          {({ history = [] }) => (
            <ol class="history">
              {history.map((line) => (
                <Line key={line.at} line={line} as={as} />
              ))}
            </ol>
          )}
        </Await>
      )}
    </details>
  );
}

function Line({ line: { at, actor, change }, as }: { line: HistoryLine; as: Props['as'] }) {
  const text = historyText();
  return (
    <li>
      <span>{`${text.changes[change]}, ${actor === as ? text.you : text.actors[actor]}`}</span>
      <time class="hint" dateTime={at}>
        {moment(Date.parse(at), present())}
      </time>
    </li>
  );
}
