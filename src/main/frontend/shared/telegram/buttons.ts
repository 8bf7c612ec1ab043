import { useEffect, useRef } from 'preact/hooks';
import { on, post, supports } from './bridge';

/**
 * Telegram has one MainButton and one BackButton, while pages and the sheets over them each want their own:
 * the one that appeared last has it, and gives it back when it goes.
 */
class Stack<T> {
  private readonly items: { current: T }[] = [];
  constructor(private readonly show: (top: T | undefined) => void) {}

  get owner(): object | undefined {
    return this.items.at(-1);
  }
  get top(): T | undefined {
    return this.items.at(-1)?.current;
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

export interface MainButton {
  text: string;
  onPress: () => void;
  disabled?: boolean;
  busy?: boolean;
}

const mainButtons = new Stack<MainButton>((top) => {
  post('web_app_setup_main_button', {
    is_visible: !!top,
    is_active: !!top && !top.disabled && !top.busy,
    is_progress_visible: !!top?.busy,
    text: top?.text ?? '',
    ...buttonColors(!!top?.disabled),
  });
});

const backButtons = new Stack<() => void>((top) => post('web_app_setup_back_button', { is_visible: !!top }));

const DOUBLE_TAP_MS = 400;
let lastPress: { owner: object | undefined; at: number } | undefined;

on('main_button_pressed', () => {
  const { top, owner } = mainButtons;
  // The second of two taps was meant for the page that the first one has led away from.
  const strayed = lastPress && lastPress.owner !== owner && Date.now() - lastPress.at < DOUBLE_TAP_MS;
  if (strayed || !top || top.disabled || top.busy) return;
  lastPress = { owner, at: Date.now() };
  top.onPress();
});
on('back_button_pressed', () => backButtons.top?.());

function buttonColors(faded: boolean): object {
  const styles = getComputedStyle(document.documentElement);
  const color = (name: string) => styles.getPropertyValue(name).trim();
  const colors = faded
    ? { color: color('--fill'), text_color: color('--hint') }
    : { color: color('--button'), text_color: color('--button-text') };
  return colors.color ? colors : {};
}

/** Shows Telegram's MainButton; false where there is none, and the page has to draw a button itself. */
export function useMainButton(button: MainButton): boolean {
  const current = useRef(button);
  current.current = button;
  useEffect(() => mainButtons.add(current), []);
  useEffect(() => mainButtons.refresh(), [button.text, button.disabled, button.busy]);
  return supports('web_app_setup_main_button');
}

/** Lets Telegram's BackButton call `onBack`; without a function there is no way back from here. */
export function useBackButton(onBack: (() => void) | undefined): void {
  const current = useRef(onBack ?? noop);
  current.current = onBack ?? noop;
  const present = !!onBack;
  useEffect(() => (present ? backButtons.add(current) : undefined), [present]);
}

function noop(): void {}
