import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/content.css';
import '../shared/styles/frame.css';
import './client.css';
import { preload } from '../shared/data';
import { startApp } from '../shared/ui/shell';
import { ClientApp } from './app';
import { upcomingOf } from './sessions/upcoming';

startApp(ClientApp, (me) => preload(...upcomingOf(me)));
