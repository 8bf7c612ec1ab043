import { useState } from 'preact/hooks';
import { api } from '../../shared/api/calls';
import type { Person, TrainerLink } from '../../shared/api/types';
import { copy } from '../../shared/copy';
import { useLoad } from '../../shared/data';
import { openInTelegram } from '../../shared/telegram/environment';
import { Await } from '../../shared/ui/feedback';
import { Icon } from '../../shared/ui/icon';
import { QrScreen } from './qr-screen';
import { save } from './save';
import { text } from './text';

export function LinkPage({ trainer }: { trainer: Person }) {
  const link = useLoad('link', () => api.link(trainer.telegram_id));
  return (
    <main class="page with-tabs">
      <h1>{text().title}</h1>
      <p class="hint">{text().about}</p>
      <Await of={link}>{(loaded) => <Link of={loaded} trainer={trainer} />}</Await>
    </main>
  );
}

function Link({ of: { url, qr_svg_url, qr_png_url, scans }, trainer }: { of: TrainerLink; trainer: Person }) {
  const [large, setLarge] = useState(false);
  return (
    <>
      <div class="card qr-card">
        <button type="button" class="qr-button" aria-label={text().showQr} onClick={() => setLarge(true)}>
          <img class="qr" src={qr_svg_url} alt={text().qrAlt} width="240" height="240" />
        </button>
        <p class="link-url" data-testid="trainer-link">
          {url.replace('https://', '')}
        </p>
        <p class="hint" data-testid="scans">
          {text().scans(scans)}
        </p>
      </div>
      <button type="button" class="button primary" onClick={() => share(url)}>
        <Icon name="share" />
        {text().share}
      </button>
      <button type="button" class="button quiet" onClick={() => setLarge(true)}>
        <Icon name="qr" />
        {text().showQr}
      </button>
      <div class="pair">
        <button type="button" class="button quiet" onClick={() => copy(url, text().copied)}>
          <Icon name="copy" />
          {text().copy}
        </button>
        <button type="button" class="button quiet" onClick={() => save(qr_png_url)}>
          {text().save}
        </button>
      </div>
      {large && <QrScreen trainer={trainer} src={qr_svg_url} onClose={() => setLarge(false)} />}
    </>
  );
}

function share(url: string): void {
  openInTelegram(`https://t.me/share/url?${new URLSearchParams({ url, text: text().shareText })}`);
}
