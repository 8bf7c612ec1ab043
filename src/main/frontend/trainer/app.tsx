import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Me } from '../shared/api/types';
import { go, route } from '../shared/route';
import { useSettingsButton } from '../shared/telegram/buttons';
import { Alone } from '../shared/ui/feedback';
import { OtherAppRow } from '../shared/ui/other-role';
import { type Tab, Tabs } from '../shared/ui/tabs';
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

/** By then the first screen stands. */
const FETCH_THE_REST_MS = 2500;

export function TrainerApp({ me }: { me: Me }) {
  useEffect(() => {
    const timer = setTimeout(fetchTheRest, FETCH_THE_REST_MS);
    return () => clearTimeout(timer);
  }, []);
  useSettingsButton(() => go('/settings'));
  const trainer = me.trainer;
  if (!trainer) {
    return (
      <Alone title={text().notTrainerTitle}>
        <p>{text().notTrainerText}</p>
        {me.trainers.length > 0 && (
          <div class="card flush">
            <OtherAppRow app="client" telegramId={me.telegram_id} />
          </div>
        )}
      </Alone>
    );
  }
  const [, section = '', detail, more, then] = route.value.split('/');
  switch (section) {
    case 'clients':
      if (detail) return <ClientPage trainerId={trainer.telegram_id} clientId={Number(detail)} price={trainer.price} />;
      return withTabs('/clients', <ClientsPage trainerId={trainer.telegram_id} />);
    case 'analytics':
      return withTabs('/analytics', <AnalyticsPage trainer={trainer} />);
    case 'link':
      return withTabs('/link', <LinkPage trainer={trainer} />);
    case 'settings': {
      const page = <Settings me={me} trainer={trainer} page={detail} cameFrom={cameFrom(route.value)} />;
      return detail ? page : withTabs('/settings', page);
    }
    case 'booking':
      return withTabs('/', <BookingLink id={detail ?? ''} then={more} />);
    case 'week':
      return withTabs('/', <WeekPage trainer={trainer} date={detail} />);
    case 'day':
      return withTabs('/', <DayPage trainer={trainer} date={detail} opened={more} moving={then === 'move'} />);
    default:
      return withTabs('/', <DayPage trainer={trainer} />);
  }
}

function withTabs(active: string, page: ComponentChildren) {
  const names = text().tabs;
  const tabs: Tab[] = [
    { path: '/', icon: 'calendar', text: names.day },
    { path: '/clients', icon: 'people', text: names.clients },
    { path: '/analytics', icon: 'chart', text: names.analytics },
    { path: '/link', icon: 'qr', text: names.link },
    { path: '/settings', icon: 'settings', text: names.settings },
  ];
  return (
    <>
      {page}
      <Tabs label={names.label} tabs={tabs} active={active} />
    </>
  );
}
