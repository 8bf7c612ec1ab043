import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/content.css';
import '../shared/styles/frame.css';
import './trainer.css';
import './today/today.css';
import './today/calendar.css';
import './clients/clients.css';
import './link/link.css';
import './settings/settings.css';
import './analytics/analytics.css';
import { preload } from '../shared/data';
import { present } from '../shared/now';
import { localDate } from '../shared/text/time';
import { startApp } from '../shared/ui/shell';
import { TrainerApp } from './app';
import { dayOf } from './today/day-of';

startApp(TrainerApp, async ({ trainer }) => {
  if (trainer) await preload(...dayOf(trainer, localDate(present(), trainer.timezone)));
});
