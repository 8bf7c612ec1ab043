import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { WorkingHours } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { go, show } from '../../shared/route';
import { supports } from '../../shared/telegram/bridge';
import { useBackButton } from '../../shared/telegram/buttons';
import { common } from '../../shared/text/common';
import { weekdayName } from '../../shared/text/time';
import { byZone } from '../../shared/text/zones';
import { Await, Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Sheet } from '../../shared/ui/sheet';
import { useUnsaved } from '../../shared/unsaved';
import { text } from '../text';
import { DayEditor } from './day-editor';
import { copyDay, isValid, rulesOf, sameWeek, WEEKDAYS, type Week, weekOf, withDay } from './week';

const PATH = '/settings/hours';

/** The path to the working hours that leads back to the page one is on. */
export const hoursFrom = (page: string) => PATH + page;

/** The page that such a path leads back to; the settings for the plain one. */
export const cameFrom = (path: string) => path.slice(PATH.length) || '/settings';

export function HoursPage({ cameFrom: origin = '/settings' }: { cameFrom?: string }) {
  const hours = useLoad('hours', api.workingHours);
  const back = () => go(origin);
  useBackButton(back);
  return (
    <main class="page">
      {!supports('web_app_setup_back_button') && (
        <button type="button" class="button link back" onClick={back}>
          {common().back}
        </button>
      )}
      <h1>{text().hoursTitle}</h1>
      <Await of={hours} rows={7}>
        {(loaded) => (
          <>
            <p class="hint">{text().zoneNote(byZone(loaded.timezone))}</p>
            {/* Another version is another week: what was edited on top of the old one no longer fits. */}
            <WeekEditor key={loaded.version} saved={loaded} onSaved={() => show(origin)} />
          </>
        )}
      </Await>
    </main>
  );
}

function WeekEditor({ saved, onSaved }: { saved: WorkingHours; onSaved: () => void }) {
  const before = weekOf(saved.items);
  const [week, setWeek] = useState<Week>(before);
  const [copying, setCopying] = useState<number | null>(null);
  const changed = !sameWeek(before, week);
  useUnsaved(changed);
  const saving = useAction(api.saveWorkingHours, () => {
    toast(text().hoursSaved);
    onSaved();
  });

  return (
    <>
      {WEEKDAYS.map((weekday) => (
        <DayEditor
          key={weekday}
          name={weekdayName(weekday)}
          intervals={week[weekday - 1] ?? []}
          onChange={(intervals) => setWeek(withDay(week, weekday, intervals))}
          onCopy={() => setCopying(weekday)}
        />
      ))}
      <Problem>{saving.problem}</Problem>
      <MainAction
        text={common().save}
        disabled={!changed || !isValid(week)}
        busy={saving.busy}
        onPress={() => saving.run(rulesOf(week), saved.version)}
      />
      {copying !== null && (
        <CopySheet
          from={copying}
          onClose={() => setCopying(null)}
          onApply={(days) => {
            setWeek(copyDay(week, copying, days));
            setCopying(null);
          }}
        />
      )}
    </>
  );
}

function CopySheet({
  from,
  onApply,
  onClose,
}: {
  from: number;
  onApply: (days: number[]) => void;
  onClose: () => void;
}) {
  // Most often a working day is like the other working days.
  const [days, setDays] = useState(WEEKDAYS.filter((day) => day !== from && day <= 5));
  const toggle = (day: number) =>
    setDays(days.includes(day) ? days.filter((chosen) => chosen !== day) : [...days, day]);
  return (
    <Sheet title={text().copyTo(weekdayName(from))} onClose={onClose}>
      <div class="card flush">
        {WEEKDAYS.filter((day) => day !== from).map((day) => (
          <label key={day} class="row">
            <span class="row-text">{weekdayName(day)}</span>
            <input type="checkbox" checked={days.includes(day)} onChange={() => toggle(day)} />
          </label>
        ))}
      </div>
      <MainAction text={text().apply} disabled={days.length === 0} onPress={() => onApply(days)} />
    </Sheet>
  );
}
