import { api } from '../../shared/api/calls';
import type { ReminderPreview as Preview, QuietHours, Reminders, TrainerProfile } from '../../shared/api/types';
import { useLoad } from '../../shared/data';
import { useNow } from '../../shared/now';
import { addDays, instantAt, localDate, relativeDay, time } from '../../shared/text/time';
import { text } from './text';

interface Props {
  trainer: TrainerProfile;
  reminders: Reminders;
  quiet: QuietHours;
}

/** The settings in words, by the example of the next session at ten whose first reminder still lies ahead. */
export function ReminderPreview({ trainer, reminders, quiet }: Props) {
  const zone = trainer.timezone;
  const now = useNow();
  const today = localDate(now, zone);
  const tooLate = Date.parse(instantAt(today, reminders.first_at, zone)) <= now.getTime();
  const date = addDays(today, (reminders.first_days_before ?? 1) + (tooLate ? 1 : 0));
  const startsAt = instantAt(date, '10:00', zone);
  const preview = useLoad(`reminders ${startsAt} ${JSON.stringify([reminders, quiet])}`, () =>
    api.previewReminders(trainer.telegram_id, { starts_at: startsAt, reminders, quiet_hours: quiet }),
  );
  return (
    <section class="card" aria-live="polite" data-testid="preview">
      <h2 class="section-title">{text().previewTitle(moments([startsAt], zone, now))}</h2>
      {preview.data && sentences(preview.data, zone, now).map((sentence) => <p key={sentence}>{sentence}</p>)}
    </section>
  );
}

/** What happens, in order: unanswered, and if it is confirmed. */
export function sentences({ steps, auto_cancel, heads_up }: Preview, zone: string, now: Date): string[] {
  const sent = steps.flatMap((step) => step.at ?? []);
  return [
    sent.length > 0 ? text().previewReminders(moments(sent, zone, now)) : text().previewNone,
    auto_cancel.at && text().previewCancel(moments([auto_cancel.at], zone, now)),
    sent.length > 0 && !auto_cancel.at && text().previewKept,
    heads_up.at && text().previewHeadsUp(moments([heads_up.at], zone, now)),
  ].filter((one) => typeof one === 'string');
}

/** «сегодня в 12:00, 15:00, 18:00»: a day is named where it is another than before. */
function moments(all: string[], zone: string, now: Date): string {
  return all
    .map((moment, index) => {
      const before = all[index - 1];
      if (before && localDate(before, zone) === localDate(moment, zone)) return time(moment, zone);
      const day = relativeDay(moment, zone, now);
      return text().dayAt(day.charAt(0).toLowerCase() + day.slice(1), time(moment, zone));
    })
    .join(', ');
}
