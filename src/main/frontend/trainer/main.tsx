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
import { startApp } from '../shared/ui/shell';
import { TrainerApp } from './app';

startApp(TrainerApp);
