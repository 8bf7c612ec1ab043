import type { ComponentChildren } from 'preact';
import type { Me } from '../shared/api/types';
import { go, route } from '../shared/route';
import { useSettingsButton } from '../shared/telegram/buttons';
import { type Tab, Tabs } from '../shared/ui/tabs';
import { BookPage } from './book/book-page';
import { ProfilePage } from './me/profile-page';
import { SessionsPage } from './sessions/sessions-page';
import { text } from './text';
import { JoinByCode } from './trainers/join-by-code';
import { TrainerPage } from './trainers/trainer-page';
import { TrainersPage } from './trainers/trainers-page';

export function ClientApp({ me }: { me: Me }) {
  useSettingsButton(() => go('/profile'));
  const [, section, detail, more] = route.value.split('/');
  switch (section) {
    case 'book':
      return <BookPage me={me} trainerId={Number(detail) || undefined} />;
    case 'trainers':
      return withTabs('/trainers', <TrainersPage me={me} />);
    case 'trainer':
      return <TrainerPage key={detail} me={me} trainerId={Number(detail)} />;
    case 'q':
      // A printed code may hold what the route takes for a slash.
      return <JoinByCode me={me} code={route.value.slice(1).replaceAll('/', '_')} />;
    case 'profile':
      return withTabs('/profile', <ProfilePage me={me} />);
    case 'booking':
      return withTabs('/', <SessionsPage key={detail} me={me} opened={detail} moving={more === 'move'} />);
    default:
      return withTabs('/', <SessionsPage me={me} opened={undefined} />);
  }
}

function withTabs(active: string, page: ComponentChildren) {
  const names = text().tabs;
  const tabs: Tab[] = [
    { path: '/', icon: 'calendar', text: names.sessions },
    { path: '/trainers', icon: 'people', text: names.trainers },
    { path: '/profile', icon: 'person', text: names.profile },
  ];
  return (
    <>
      {page}
      <Tabs label={names.label} tabs={tabs} active={active} />
    </>
  );
}
