import type { Me } from '../shared/api/types';
import { go, route } from '../shared/route';
import { haptic } from '../shared/telegram/environment';
import { Empty } from '../shared/ui/feedback';
import { Icon } from '../shared/ui/icon';
import { LazyAnalyticsPage } from './analytics/lazy';
import { ClientPage } from './clients/client-page';
import { ClientsPage } from './clients/clients-page';
import { LinkPage } from './link-page';
import { ExceptionsPage } from './settings/exceptions-page';
import { cameFrom, HoursPage } from './settings/hours-page';
import { RemindersPage } from './settings/reminders-page';
import { SettingsPage } from './settings/settings-page';
import { text } from './text';
import { BookingLink } from './today/booking-link';
import { DayPage } from './today/day-page';

const TABS = [
  { path: '/', name: 'day', icon: 'calendar' },
  { path: '/clients', name: 'clients', icon: 'people' },
  { path: '/analytics', name: 'analytics', icon: 'chart' },
  { path: '/link', name: 'link', icon: 'qr' },
  { path: '/settings', name: 'settings', icon: 'settings' },
] as const;

export function TrainerApp({ me }: { me: Me }) {
  if (!me.trainer) {
    return (
      <Empty title={text().notTrainerTitle}>
        <p>{text().notTrainerText}</p>
      </Empty>
    );
  }
  const [, section = '', detail, more, then] = route.value.split('/');
  const trainer = me.trainer;
  switch (section) {
    case 'clients':
      if (detail) return <ClientPage trainerId={me.telegram_id} clientId={Number(detail)} price={trainer.price} />;
      return withTabs('clients', <ClientsPage trainerId={me.telegram_id} />);
    case 'analytics':
      return withTabs('analytics', <LazyAnalyticsPage trainer={trainer} />);
    case 'link':
      return withTabs('link', <LinkPage trainerId={me.telegram_id} />);
    case 'settings':
      if (detail === 'hours') return <HoursPage cameFrom={cameFrom(route.value)} />;
      if (detail === 'exceptions') return <ExceptionsPage trainer={trainer} />;
      if (detail === 'reminders') return <RemindersPage trainerId={me.telegram_id} />;
      return withTabs('settings', <SettingsPage trainerId={me.telegram_id} />);
    case 'booking':
      return withTabs('day', <BookingLink id={detail ?? ''} then={more} />);
    case 'day':
      return withTabs('day', <DayPage trainer={trainer} date={detail} opened={more} moving={then === 'move'} />);
    default:
      return withTabs('day', <DayPage trainer={trainer} />);
  }
}

function withTabs(active: (typeof TABS)[number]['name'], page: preact.JSX.Element) {
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
