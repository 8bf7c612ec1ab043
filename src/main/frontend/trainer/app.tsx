import { useEffect } from 'preact/hooks';
import type { Me } from '../shared/api/types';
import { go, route } from '../shared/route';
import { haptic } from '../shared/telegram/environment';
import { Empty } from '../shared/ui/feedback';
import { Icon } from '../shared/ui/icon';
import { fetchTheRest, lazyPage } from './lazy';
import { cameFrom } from './settings/origin';
import { text } from './text';
import { BookingLink } from './today/booking-link';
import { DayPage } from './today/day-page';

const WeekPage = lazyPage(() => import('./today/week-page').then((module) => module.WeekPage));
const ClientsPage = lazyPage(() => import('./clients/clients-page').then((module) => module.ClientsPage));
const ClientPage = lazyPage(() => import('./clients/client-page').then((module) => module.ClientPage));
const AnalyticsPage = lazyPage(() => import('./analytics/analytics-page').then((module) => module.AnalyticsPage));
const LinkPage = lazyPage(() => import('./link/link-page').then((module) => module.LinkPage));
const Settings = lazyPage(() => import('./settings/settings').then((module) => module.Settings));

const TABS = [
  { path: '/', name: 'day', icon: 'calendar' },
  { path: '/clients', name: 'clients', icon: 'people' },
  { path: '/analytics', name: 'analytics', icon: 'chart' },
  { path: '/link', name: 'link', icon: 'qr' },
  { path: '/settings', name: 'settings', icon: 'settings' },
] as const;

type Tab = (typeof TABS)[number]['name'];

/** By then the first screen stands. */
const FETCH_THE_REST_MS = 2500;

export function TrainerApp({ me }: { me: Me }) {
  useEffect(() => {
    const timer = setTimeout(fetchTheRest, FETCH_THE_REST_MS);
    return () => clearTimeout(timer);
  }, []);
  const trainer = me.trainer;
  if (!trainer) {
    return (
      <Empty title={text().notTrainerTitle}>
        <p>{text().notTrainerText}</p>
      </Empty>
    );
  }
  const [, section = '', detail, more, then] = route.value.split('/');
  switch (section) {
    case 'clients':
      if (detail) return <ClientPage trainerId={trainer.telegram_id} clientId={Number(detail)} price={trainer.price} />;
      return withTabs('clients', <ClientsPage trainerId={trainer.telegram_id} />);
    case 'analytics':
      return withTabs('analytics', <AnalyticsPage trainer={trainer} />);
    case 'link':
      return withTabs('link', <LinkPage trainer={trainer} />);
    case 'settings': {
      const page = <Settings trainer={trainer} page={detail} cameFrom={cameFrom(route.value)} />;
      return detail ? page : withTabs('settings', page);
    }
    case 'booking':
      return withTabs('day', <BookingLink id={detail ?? ''} then={more} />);
    case 'week':
      return withTabs('day', <WeekPage trainer={trainer} date={detail} />);
    case 'day':
      return withTabs('day', <DayPage trainer={trainer} date={detail} opened={more} moving={then === 'move'} />);
    default:
      return withTabs('day', <DayPage trainer={trainer} />);
  }
}

function withTabs(active: Tab, page: preact.JSX.Element) {
  return (
    <>
      {page}
      <nav class="tabs">
        {TABS.map(({ path, name, icon }) => (
          <a
            key={name}
            href={`#${path}`}
            aria-current={name === active ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              haptic('select');
              go(path);
            }}
          >
            <Icon name={icon} />
            {text().tabs[name]}
          </a>
        ))}
      </nav>
    </>
  );
}
