import { api } from '../../shared/api/calls';
import type { Me, TrainerProfile, WorkingException } from '../../shared/api/types';
import { CalendarRow } from '../../shared/calendar/calendar-row';
import { useLoad } from '../../shared/data';
import { LanguageChoice } from '../../shared/language-choice';
import { useNow } from '../../shared/now';
import { go } from '../../shared/route';
import { common } from '../../shared/text/common';
import { money } from '../../shared/text/format';
import { localDate } from '../../shared/text/time';
import { zoneCity } from '../../shared/text/zones';
import { Await } from '../../shared/ui/feedback';
import { OtherAppRow } from '../../shared/ui/other-role';
import { Row } from '../../shared/ui/parts';
import { daysOf } from './exception-days';
import { text } from './text';
import { inWords, weekOf } from './week';

/** All settings, each with what it is set to. */
export function SettingsPage({ me, trainer }: { me: Me; trainer: TrainerProfile }) {
  const today = localDate(useNow(), trainer.timezone);
  const profile = useLoad('profile', () => api.trainer(trainer.telegram_id));
  const hours = useLoad('hours', api.workingHours);
  const exceptions = useLoad('exceptions', () => api.exceptions(today));
  const open = (page: string) => () => go(`/settings/${page}`);
  return (
    <main class="page with-tabs">
      <h1>{text().title}</h1>
      <Await of={profile} rows={6}>
        {(saved) => (
          <>
            <h2 class="section-title">{text().schedule}</h2>
            <div class="card flush">
              <Row
                title={text().hoursTitle}
                detail={hours.data && (inWords(weekOf(hours.data.items)) || text().weekNotSet)}
                onPress={open('hours')}
              />
              <Row
                title={text().exceptionsTitle}
                detail={exceptions.data && nextOf(exceptions.data)}
                onPress={open('exceptions')}
              />
              <Row title={text().zone} detail={zoneCity(saved.timezone)} onPress={open('zone')} />
            </div>
            <h2 class="section-title">{text().sessionsAndClients}</h2>
            <div class="card flush">
              <Row
                title={text().session}
                detail={`${common().minutes(saved.session_minutes)} · ${money(saved.price)}`}
                onPress={open('session')}
              />
              <Row
                title={text().booking}
                detail={text().selfBookingShort[saved.self_booking]}
                onPress={open('booking')}
              />
              <Row title={text().remindersTitle} detail={remindersOf(saved)} onPress={open('reminders')} />
              <Row title={text().about} detail={aboutOf(saved)} onPress={open('about')} />
            </div>
            <section class="card">
              <LanguageChoice />
            </section>
            <div class="card flush">
              <CalendarRow />
              {me.trainers.length > 0 && <OtherAppRow app="client" telegramId={me.telegram_id} />}
            </div>
          </>
        )}
      </Await>
    </main>
  );
}

function nextOf([next]: WorkingException[]): string {
  return next ? `${daysOf(next)}: ${next.kind === 'off' ? text().off : text().extra}` : text().noExceptions;
}

function remindersOf({ reminders }: TrainerProfile): string {
  if (!reminders?.enabled || reminders.first_days_before === null) return text().remindersOff;
  const steps = 1 + [reminders.second_after_hours, reminders.third_after_hours].filter((step) => step !== null).length;
  return text().remindersShort(reminders.first_days_before, reminders.first_at, steps);
}

function aboutOf({ about, specialties, place }: TrainerProfile): string {
  return specialties.join(', ') || about || place || text().aboutEmpty;
}
