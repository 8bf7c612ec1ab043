import { api } from '../../shared/api/calls';
import type { ReminderPreview as Preview, QuietHours, Reminders, TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { addDays, dayAndTime, instantAt, localDate, time } from '../../shared/text/time';
import { text } from '../text';

interface Props {
  trainer: TrainerProfile;
  reminders: Reminders;
  quiet: QuietHours;
}

/** The settings in words, by the example of a session whose first reminder still lies ahead. */
export function ReminderPreview({ trainer, reminders, quiet }: Props) {
  const zone = trainer.timezone;
  const date = addDays(localDate(useNow(), zone), (reminders.first_days_before ?? 0) + 1);
  const startsAt = instantAt(date, '10:00', zone);
  const preview = useLoad(`reminders ${startsAt} ${JSON.stringify([reminders, quiet])}`, () =>
    api.previewReminders(trainer.telegram_id, { starts_at: startsAt, reminders, quiet_hours: quiet }),
  );
  return (
    <section class="card" aria-live="polite">
      <h2 class="section-title">{text().previewTitle(dayAndTime(startsAt, zone))}</h2>
      {preview.data && sentences(preview.data, zone).map((sentence) => <p key={sentence}>{sentence}</p>)}
    </section>
  );
}

/** What happens, in order: unanswered, and if it is confirmed. */
export function sentences({ steps, auto_cancel, heads_up }: Preview, zone: string): string[] {
  const sent = steps.flatMap((step) => step.at ?? []);
  const last = sent.at(-1);
  const said: string[] = [sent.length > 0 ? text().previewReminders(moments(sent, zone)) : text().previewNone];
  if (auto_cancel.at && last) said.push(text().previewCancel(moments([last, auto_cancel.at], zone, 1)));
  else if (last) said.push(text().previewKept);
  if (heads_up.at) said.push(text().previewHeadsUp(dayAndTime(heads_up.at, zone)));
  return said;
}

/** «вт, 1 дек., 12:00, 15:00, 18:00»: a day is named where it is another than before. */
function moments(all: string[], zone: string, from = 0): string {
  return all
    .map((moment, i) => {
      const before = all[i - 1];
      const sameDay = before && localDate(before, zone) === localDate(moment, zone);
      return sameDay ? time(moment, zone) : dayAndTime(moment, zone);
    })
    .slice(from)
    .join(', ');
}
