import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const posted: [string, Record<string, unknown>][] = [];
const last = (name: string) => posted.findLast(([one]) => one === name)?.[1];

/** Opens the modules anew, in a Telegram of this version. */
async function inTelegram(version: string) {
  vi.resetModules();
  location.hash = `#${new URLSearchParams({ tgWebAppData: 'user=%7B%22id%22%3A2%7D', tgWebAppVersion: version })}`;
  const { listen } = await import('~/shared/telegram/bridge');
  listen();
  const { MainAction } = await import('~/shared/ui/main-action');
  const { Sheet } = await import('~/shared/ui/sheet');
  const { ask } = await import('~/shared/telegram/popup');
  return { MainAction, Sheet, ask };
}

function tell(event: string, data: object = {}): void {
  const host = window as unknown as { Telegram: { WebView: { receiveEvent(name: string, data: object): void } } };
  host.Telegram.WebView.receiveEvent(event, data);
}

beforeEach(() => {
  posted.length = 0;
  vi.stubGlobal('TelegramWebviewProxy', {
    postEvent: (name: string, json: string) => posted.push([name, JSON.parse(json)]),
  });
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  location.hash = '';
});

describe('a page’s actions', () => {
  it('are Telegram’s two buttons where it has both', async () => {
    const { MainAction } = await inTelegram('7.10');
    const [book, write] = [vi.fn(), vi.fn()];
    render(<MainAction text="Book" onPress={book} secondary={{ text: 'Write', onPress: write }} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(last('web_app_setup_main_button')).toMatchObject({ is_visible: true, is_active: true, text: 'Book' });
    expect(last('web_app_setup_secondary_button')).toMatchObject({ is_visible: true, text: 'Write' });
    tell('secondary_button_pressed');
    expect(write).toHaveBeenCalledTimes(1);
    expect(book).not.toHaveBeenCalled();
  });

  it('are drawn in the page where Telegram is too old for the second', async () => {
    const { MainAction } = await inTelegram('7.9');
    render(<MainAction text="Book" onPress={() => {}} secondary={{ text: 'Write', onPress: () => {} }} />);
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Write']);
    expect(last('web_app_setup_secondary_button')).toBeUndefined();
  });

  it('rest while a sheet without actions lies over the page', async () => {
    const { MainAction, Sheet } = await inTelegram('9.1');
    const page = (sheet: boolean) => (
      <>
        <MainAction text="Book" onPress={() => {}} />
        {sheet && (
          <Sheet title="Session" onClose={() => {}}>
            <p>Facts</p>
          </Sheet>
        )}
      </>
    );
    const { rerender } = render(page(false));
    rerender(page(true));
    expect(last('web_app_setup_main_button')).toMatchObject({ is_visible: false });
    rerender(page(false));
    expect(last('web_app_setup_main_button')).toMatchObject({ is_visible: true, text: 'Book' });
  });

  it('are the sheet’s own while it has some', async () => {
    const { MainAction, Sheet } = await inTelegram('9.1');
    render(
      <>
        <MainAction text="Book" onPress={() => {}} />
        <Sheet title="Session" onClose={() => {}}>
          <MainAction text="Cancel it" danger onPress={() => {}} />
        </Sheet>
      </>,
    );
    expect(last('web_app_setup_main_button')).toMatchObject({ is_visible: true, text: 'Cancel it' });
  });
});

describe('a question', () => {
  it('is Telegram’s popup, and goes on with a yes alone', async () => {
    const { ask } = await inTelegram('6.2');
    const leave = vi.fn();
    ask({ message: 'Leave?', yes: 'Leave', no: 'Stay', danger: true }, leave);
    expect(last('web_app_open_popup')).toMatchObject({ message: 'Leave?' });
    tell('popup_closed', { button_id: 'no' });
    tell('popup_closed', { button_id: 'yes' });
    expect(leave).not.toHaveBeenCalled();
    ask({ message: 'Leave?', yes: 'Leave', no: 'Stay' }, leave);
    tell('popup_closed', { button_id: 'yes' });
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it('is the browser’s where Telegram has no popups', async () => {
    const { ask } = await inTelegram('6.1');
    vi.stubGlobal('confirm', () => true);
    const leave = vi.fn();
    ask({ message: 'Leave?', yes: 'Leave', no: 'Stay' }, leave);
    expect(leave).toHaveBeenCalled();
  });
});
