import type { Me, TrainerProfile } from '../../shared/api/types';
import { AboutPage } from './about-page';
import { BookingPage } from './booking-page';
import { ExceptionsPage } from './exceptions-page';
import { HoursPage } from './hours-page';
import { RemindersPage } from './reminders-page';
import { SessionPage } from './session-page';
import { SettingsPage } from './settings-page';
import { ZonePage } from './zone-page';

interface Props {
  me: Me;
  trainer: TrainerProfile;
  /** The part that is open; undefined for the list of all. */
  page: string | undefined;
  /** From where the working hours were opened. */
  cameFrom: string;
}

export function Settings({ me, trainer, page, cameFrom }: Props) {
  const id = trainer.telegram_id;
  switch (page) {
    case 'hours':
      return <HoursPage cameFrom={cameFrom} />;
    case 'exceptions':
      return <ExceptionsPage trainer={trainer} />;
    case 'zone':
      return <ZonePage trainerId={id} />;
    case 'session':
      return <SessionPage trainerId={id} />;
    case 'booking':
      return <BookingPage trainerId={id} />;
    case 'reminders':
      return <RemindersPage trainerId={id} />;
    case 'about':
      return <AboutPage trainerId={id} />;
    default:
      return <SettingsPage me={me} trainer={trainer} />;
  }
}
