import { common } from '../text/common';
import { Icon } from './icon';
import { Row } from './parts';

const ADDRESS = { trainer: '/trainer/', client: '/client/' } as const;

/** The other Mini App, for who is both: it opens in place of this one, with the same launch. */
export function openOtherApp(app: keyof typeof ADDRESS, telegramId: number): void {
  location.assign(ADDRESS[app] + telegramId);
}

/** Leads to the other app from a list. */
export function OtherAppRow({ app, telegramId }: { app: keyof typeof ADDRESS; telegramId: number }) {
  return (
    <Row
      lead={<Icon name={app === 'trainer' ? 'calendar' : 'people'} />}
      title={common().otherApp[app]}
      detail={common().otherAppDetail[app]}
      onPress={() => openOtherApp(app, telegramId)}
      testId={`open-${app}-app`}
    />
  );
}
