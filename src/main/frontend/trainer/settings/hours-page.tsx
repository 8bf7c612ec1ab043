import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { WorkingHours } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { show } from '../../shared/route';
import { common } from '../../shared/text/common';
import { weekdayName } from '../../shared/text/time';
import { byZone } from '../../shared/text/zones';
import { Await, Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { Sheet } from '../../shared/ui/sheet';
import { useUnsaved } from '../../shared/unsaved';
import { BackLink } from '../back-link';
import { DayEditor } from './day-editor';
import { text } from './text';
import { copyDay, isValid, rulesOf, sameWeek, TEMPLATES, template, WEEKDAYS, type Week, weekOf, withDay } from './week';

export function HoursPage({ cameFrom: origin = '/settings' }: { cameFrom?: string }) {
  const hours = useLoad('hours', api.workingHours);
  return (
    <main class="page">
      <BackLink to={origin} />
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
      {rulesOf(week).length === 0 && <Templates onPick={setWeek} />}
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
      {changed && (
        <MainAction
          text={common().save}
          disabled={!isValid(week)}
          busy={saving.busy}
          onPress={() => saving.run(rulesOf(week), saved.version)}
        />
      )}
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

/** For who has no hours yet: a usual week to start from. */
function Templates({ onPick }: { onPick: (week: Week) => void }) {
  return (
    <fieldset class="field">
      <legend>{text().templates}</legend>
      <div class="chips wrap">
        {(Object.keys(TEMPLATES) as (keyof typeof TEMPLATES)[]).map((name) => (
          <button key={name} type="button" class="chip" onClick={() => onPick(template(TEMPLATES[name]))}>
            {text().templateNames[name]}
          </button>
        ))}
      </div>
    </fieldset>
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
