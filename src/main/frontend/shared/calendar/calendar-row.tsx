import { useState } from 'preact/hooks';
import { useAction } from '../action';
import { api } from '../api/calls';
import { copy } from '../copy';
import { useLoad } from '../data';
import { ask } from '../telegram/popup';
import { calendarText } from '../text/calendar';
import { common } from '../text/common';
import { Await, Problem, toast } from '../ui/feedback';
import { Icon } from '../ui/icon';
import { Row } from '../ui/parts';
import { Sheet } from '../ui/sheet';

/** Leads to the address by which a calendar application follows one's sessions. */
export function CalendarRow() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Row
        title={calendarText().title}
        detail={calendarText().detail}
        onPress={() => setOpened(true)}
        testId="calendar"
      />
      {opened && <CalendarSheet onClose={() => setOpened(false)} />}
    </>
  );
}

export function CalendarSheet({ onClose }: { onClose: () => void }) {
  const feed = useLoad('calendar', api.calendar);
  const rotating = useAction(api.rotateCalendar, () => toast(calendarText().rotated));
  const rotate = () =>
    ask(
      { message: calendarText().rotateQuestion, yes: calendarText().rotateYes, no: common().cancelEdit, danger: true },
      rotating.run,
    );
  return (
    <Sheet title={calendarText().title} onClose={onClose}>
      <p class="hint">{calendarText().about}</p>
      <Await of={feed} rows={2}>
        {({ url, webcal_url }) => (
          <>
            <button type="button" class="button primary" onClick={() => copy(url, calendarText().copied)}>
              <Icon name="copy" />
              {calendarText().copy}
            </button>
            <a class="button quiet" href={webcal_url} target="_blank" rel="noopener">
              <Icon name="calendar" />
              {calendarText().open}
            </a>
          </>
        )}
      </Await>
      <p class="hint">{calendarText().secret}</p>
      <Problem>{rotating.problem}</Problem>
      <button type="button" class="button link" disabled={rotating.busy} onClick={rotate}>
        {calendarText().rotate}
      </button>
    </Sheet>
  );
}
