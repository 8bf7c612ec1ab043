import { atLeast, launch, listen, on, post, supports } from './bridge';
import { recolorButtons } from './buttons';
import { palette } from './theme';

/** Starts the Telegram environment: the one place that touches the page on Telegram's behalf. */
export function startTelegram(): void {
  listen();
  applyTheme(launch?.themeParams ?? {});
  on('theme_changed', (data) => applyTheme(data.theme_params as Record<string, string>));
  on('safe_area_changed', (data) => applyInsets('--safe', data));
  on('content_safe_area_changed', (data) => applyInsets('--content', data));
  on('viewport_changed', applyViewport);

  post('iframe_ready', { reload_supported: false });
  post('web_app_ready');
  post('web_app_expand');
  post('web_app_request_theme');
  post('web_app_request_viewport');
  post('web_app_request_safe_area');
  post('web_app_request_content_safe_area');
  // A list that is scrolled to its top must not close the app when it is pulled further.
  post('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
}

function applyTheme(theme: Record<string, string>): void {
  const { dark, variables } = palette(theme, matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value);
  const page = { color: variables['--page'] };
  post('web_app_set_header_color', atLeast('6.9') ? page : { color_key: 'secondary_bg_color' });
  post('web_app_set_background_color', page);
  post('web_app_set_bottom_bar_color', page);
  recolorButtons();
}

function applyInsets(prefix: string, insets: Record<string, unknown>): void {
  for (const side of ['top', 'right', 'bottom', 'left']) {
    document.documentElement.style.setProperty(`${prefix}-${side}`, `${Number(insets[side]) || 0}px`);
  }
}

/** While a finger drags the sheet of the app, its height means nothing yet. */
function applyViewport({ height, is_state_stable }: Record<string, unknown>): void {
  if (is_state_stable && Number(height) > 0) {
    document.documentElement.style.setProperty('--viewport', `${Number(height)}px`);
  }
}

export function haptic(feeling: 'success' | 'error' | 'select'): void {
  post(
    'web_app_trigger_haptic_feedback',
    feeling === 'select' ? { type: 'selection_change' } : { type: 'notification', notification_type: feeling },
  );
}

/** Opens a page of Telegram itself: a chat, or the sharing of a link. */
export function openInTelegram(url: string): void {
  const { pathname, search } = new URL(url);
  if (supports('web_app_open_tg_link')) post('web_app_open_tg_link', { path_full: pathname + search });
  else window.open(url, '_blank', 'noopener');
}

/** Asks, once, to let the bot write to a person who came past its chat: else nobody could tell them of changes. */
export function askToWrite(): void {
  if (launch && !launch.allowsWriting) post('web_app_request_write_access');
}
