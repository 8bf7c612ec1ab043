import { goBack } from '../shared/route';
import { useBackButton } from '../shared/telegram/buttons';
import { BackLink as Link } from '../shared/ui/back-link';

/** The way back to a page: Telegram's BackButton, or a link at the top where there is none. */
export function BackLink({ to }: { to: string }) {
  const back = () => goBack(to);
  useBackButton(back);
  return <Link onBack={back} />;
}
