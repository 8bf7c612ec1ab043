import { launch, listen, on, post, supports } from './bridge';
import { palette } from './theme';

/** Starts the Telegram environment: the one place that touches the page on Telegram's behalf. */
export function startTelegram(): void {
  listen();
  applyTheme(launch?.themeParams ?? {});
  on('theme_changed', (data) => applyTheme(data.theme_params as Record<string, string>));
  on('safe_area_changed', (data) => applyInsets('--safe', data));
  on('content_safe_area_changed', (data) => applyInsets('--content', data));

  post('iframe_ready', { reload_supported: false });
  post('web_app_ready');
  post('web_app_expand');
  post('web_app_request_theme');
  post('web_app_request_safe_area');
  post('web_app_request_content_safe_area');
  post('web_app_set_header_color', { color_key: 'secondary_bg_color' });
  // A list that is scrolled to its top must not close the app when it is pulled further.
  post('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
}

function applyTheme(theme: Record<string, string>): void {
  const { dark, variables } = palette(theme, matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value);
  post('web_app_set_background_color', { color: variables['--page'] });
  post('web_app_set_bottom_bar_color', { color: variables['--page'] });
}

function applyInsets(prefix: string, insets: Record<string, unknown>): void {
  for (const side of ['top', 'bottom']) {
    document.documentElement.style.setProperty(`${prefix}-${side}`, `${Number(insets[side]) || 0}px`);
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
