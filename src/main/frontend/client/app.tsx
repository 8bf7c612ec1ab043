import type { Me } from '../shared/api/types';
import { route } from '../shared/route';
import { BookPage } from './book/book-page';
import { JoinPage } from './join-page';
import { SessionsPage } from './sessions/sessions-page';

export function ClientApp({ me }: { me: Me }) {
  const [, section, detail, more] = route.value.split('/');
  switch (section) {
    case 'book':
      return <BookPage me={me} trainerId={Number(detail) || undefined} />;
    case 'trainer':
      return <JoinPage code={`trainer_${detail}`} trainerId={Number(detail)} />;
    default:
      return <SessionsPage me={me} opened={section === 'booking' ? detail : undefined} moving={more === 'move'} />;
  }
}
