import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/content.css';
import '../shared/styles/frame.css';
import './client.css';
import { startApp } from '../shared/ui/shell';
import { ClientApp } from './app';

startApp(ClientApp);
