import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CalendarRow } from '~/shared/calendar/calendar-row';
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
  await userEvent.click(screen.getByRole('button', { name: /Change|Сменить/ }));
  await waitFor(() => expect(screen.getByRole('link').getAttribute('href')).toBe('webcal://x.example/new.ics'));
});
