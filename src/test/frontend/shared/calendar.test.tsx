import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CalendarRow } from '~/shared/calendar/calendar-row';
import { Toast } from '~/shared/ui/feedback';
import { pageTest } from '../support';

const { network } = pageTest();
const feed = (secret: string) => ({
  url: `https://x.example/${secret}.ics`,
  webcal_url: `webcal://x.example/${secret}.ics`,
});

test('the address is asked for when it is wanted, can be opened, and changed', async () => {
  network().on('GET /users/me/calendar', feed('old'));
  network().on('POST /users/me/calendar/rotate', feed('new'));
  render(<CalendarRow />);
  expect(network().requests('GET')).toHaveLength(0);

  await userEvent.click(screen.getByTestId('calendar'));
  expect((await screen.findByRole('link')).getAttribute('href')).toBe('webcal://x.example/old.ics');

  network().on('GET /users/me/calendar', feed('new'));
  const agreed = vi.fn(() => false);
  vi.stubGlobal('confirm', agreed);
  await userEvent.click(screen.getByRole('button', { name: /Change|Сменить/ }));
  expect(network().requests('POST /users/me/calendar/rotate')).toHaveLength(0);
  agreed.mockReturnValue(true);
  await userEvent.click(screen.getByRole('button', { name: /Change|Сменить/ }));
  await waitFor(() => expect(screen.getByRole('link').getAttribute('href')).toBe('webcal://x.example/new.ics'));
  expect(within(screen.getByRole('dialog')).getByRole('status').textContent).toMatch(/former one|прежняя/);
});

test('what comes of copying is said over the sheet, and that it worked only when it did', async () => {
  network().on('GET /users/me/calendar', feed('old'));
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
  let selectedIn: Element | null | undefined;
  document.execCommand = vi.fn(() => {
    selectedIn = document.querySelector('textarea')?.parentElement;
    return false;
  });
  render(
    <>
      <Toast />
      <CalendarRow />
    </>,
  );
  await userEvent.click(screen.getByTestId('calendar'));
  const said = () => within(screen.getByRole('dialog')).getByRole('status').textContent;

  await userEvent.click(await screen.findByRole('button', { name: /Copy|Скопировать/ }));
  await waitFor(() => expect(said()).toMatch(/could not|не получилось/));
  expect(selectedIn).toBe(screen.getByRole('dialog'));

  vi.mocked(document.execCommand).mockReturnValue(true);
  await userEvent.click(screen.getByRole('button', { name: /Copy|Скопировать/ }));
  await waitFor(() => expect(said()).toMatch(/is copied|скопирована/));
  await userEvent.click(screen.getByRole('button', { name: /Close|Закрыть/ }));
  expect(screen.getByRole('status').textContent).toMatch(/is copied|скопирована/);
});
