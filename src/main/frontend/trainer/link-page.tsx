import { api } from '../shared/api/calls';
import type { TrainerLink } from '../shared/api/types';
import { copy } from '../shared/copy';
import { useLoad } from '../shared/data';
import { openInTelegram } from '../shared/telegram/environment';
import { Await } from '../shared/ui/feedback';
import { Icon } from '../shared/ui/icon';
import { text } from './text';

export function LinkPage({ trainerId }: { trainerId: number }) {
  const link = useLoad('link', () => api.link(trainerId));
  return (
    <main class="page with-tabs">
      <h1>{text().linkTitle}</h1>
      <p class="hint">{text().linkText}</p>
      <Await of={link}>{(loaded) => <Link of={loaded} />}</Await>
    </main>
  );
}

function Link({ of: { url, qr_svg_url, scans } }: { of: TrainerLink }) {
  return (
    <>
      <div class="card qr-card">
        <img class="qr" src={qr_svg_url} alt={text().qrAlt} />
        <p class="link-url" data-testid="trainer-link">
          {url.replace('https://', '')}
        </p>
      </div>
      <button type="button" class="button primary" onClick={() => share(url)}>
        <Icon name="share" />
        {text().share}
      </button>
      <button type="button" class="button quiet" onClick={() => copy(url, text().copied)}>
        <Icon name="copy" />
        {text().copy}
      </button>
      <p class="hint center">{text().qrText}</p>
      <p class="hint center">{text().scans(scans)}</p>
    </>
  );
}

function share(url: string): void {
  openInTelegram(`https://t.me/share/url?${new URLSearchParams({ url, text: text().shareText })}`);
}
