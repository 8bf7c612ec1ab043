import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { on, post, supports } from './bridge';

/**
 * Telegram has one MainButton, one SecondaryButton and one BackButton, while pages and the sheets over them each want
 * their own: what appeared last has them, and gives them back when it goes.
 */
class Stack<T> {
  private readonly items: { current: T }[] = [];
  constructor(private readonly show: (top: T | undefined) => void) {}

  get owner(): object | undefined {
    return this.last;
  }
  get top(): T | undefined {
    return this.last?.current;
  }
  private get last(): { current: T } | undefined {
    return this.items[this.items.length - 1];
  }
  add(item: { current: T }): () => void {
    this.items.push(item);
    this.refresh();
    return () => {
      this.items.splice(this.items.indexOf(item), 1);
      this.refresh();
    };
  }
  refresh(): void {
    this.show(this.top);
  }
}

export interface Button {
  text: string;
  onPress: () => void;
}

export interface MainButton extends Button {
  disabled?: boolean | undefined;
  busy?: boolean | undefined;
  /** For what cannot be taken back. */
  danger?: boolean | undefined;
  /** What else there is to do, beside it. */
  secondary?: Button | undefined;
}

/** Undefined where there is nothing to press, whatever the page below has. */
const mainButtons = new Stack<MainButton | undefined>((top) => {
  post('web_app_setup_main_button', {
    is_visible: !!top,
    is_active: !!top && !top.disabled && !top.busy,
    is_progress_visible: !!top?.busy,
    text: top?.text ?? '',
    ...mainColors(top),
  });
  post('web_app_setup_secondary_button', {
    is_visible: !!top?.secondary,
    is_active: !!top && !top.busy,
    text: top?.secondary?.text ?? '',
    position: 'bottom',
    ...colors('--page', '--accent'),
  });
});

const backButtons = new Stack<() => void>((top) => post('web_app_setup_back_button', { is_visible: !!top }));

const DOUBLE_TAP_MS = 400;
let lastPress: { owner: object | undefined; at: number } | undefined;

/** The second of two taps was meant for the page that the first one has led away from. */
function press(button: Button | undefined): void {
  const { owner } = mainButtons;
  const strayed = lastPress && lastPress.owner !== owner && Date.now() - lastPress.at < DOUBLE_TAP_MS;
  if (strayed || !button) return;
  lastPress = { owner, at: Date.now() };
  button.onPress();
}

on('main_button_pressed', () => {
  const { top } = mainButtons;
  if (!top?.disabled && !top?.busy) press(top);
});
on('secondary_button_pressed', () => {
  const { top } = mainButtons;
  if (!top?.busy) press(top?.secondary);
});
on('back_button_pressed', () => backButtons.top?.());

function mainColors(button: MainButton | undefined): object {
  if (button?.disabled) return colors('--fill', '--hint');
  return button?.danger ? colors('--danger-button', '--danger-button-text') : colors('--button', '--button-text');
}

function colors(ground: string, text: string): object {
  const styles = getComputedStyle(document.documentElement);
  const color = styles.getPropertyValue(ground).trim();
  return color ? { color, text_color: styles.getPropertyValue(text).trim() } : {};
}

/** Telegram keeps the colours that it was given: in another theme they are given anew. */
export function recolorButtons(): void {
  if (mainButtons.owner) mainButtons.refresh();
}

/** What Telegram shows of a button; the page has to draw the rest itself. */
export interface Shown {
  main: boolean;
  secondary: boolean;
}

export function useMainButton(button: MainButton): Shown {
  const current = useRef<MainButton | undefined>(button);
  current.current = button;
  useEffect(() => mainButtons.add(current), []);
  useEffect(
    () => mainButtons.refresh(),
    [button.text, button.disabled, button.busy, button.danger, button.secondary?.text],
  );
  return {
    main: supports('web_app_setup_main_button'),
    secondary: supports('web_app_setup_secondary_button'),
  };
}

/** While this is on the screen, the buttons of the page below it are not: a sheet without a button of its own has none. */
export function useNoMainButton(): void {
  // Before the effects of the buttons inside, which come to lie on top.
  useLayoutEffect(() => mainButtons.add({ current: undefined }), []);
}

/** Lets Telegram's BackButton call `onBack`; without a function there is no way back from here. */
export function useBackButton(onBack: (() => void) | undefined): void {
  const current = useRef(onBack ?? noop);
  current.current = onBack ?? noop;
  const present = !!onBack;
  useEffect(() => (present ? backButtons.add(current) : undefined), [present]);
}

/** Puts “Settings” into the menu that Telegram has at the top of an app. */
export function useSettingsButton(onPress: () => void): void {
  const current = useRef(onPress);
  current.current = onPress;
  useEffect(() => {
    post('web_app_setup_settings_button', { is_visible: true });
    const stop = on('settings_button_pressed', () => current.current());
    return () => {
      stop();
      post('web_app_setup_settings_button', { is_visible: false });
    };
  }, []);
}

function noop(): void {}
