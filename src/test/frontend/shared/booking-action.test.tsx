import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { api } from '~/shared/api/calls';
import { BookingSheet } from '~/shared/booking/booking-sheet';
import { useLoad } from '~/shared/data';
import { language } from '~/shared/text/language';
import { Toast } from '~/shared/ui/feedback';
import { Status } from '~/shared/ui/parts';
import { aBooking, clientMe } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const asked = aBooking({ status: 'PENDING', awaiting: 'client', allowed_actions: ['confirm', 'decline', 'cancel'] });
const onClose = vi.fn();
const UPCOMING = 'GET /bookings/client/2';

function Page() {
  const { data = [] } = useLoad('upcoming', () => api.upcoming(clientMe.telegram_id));
  return (
    <>
      {data.map((booking) => (
        <div key={booking.id}>
          <div data-testid="on-the-page">
            <Status of={booking} />
          </div>
          <BookingSheet booking={booking} as="client" onClose={onClose} />
        </div>
      ))}
      <Toast />
    </>
  );
}

const status = () => screen.getByTestId('on-the-page').textContent;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
  language.value = 'ru';
  onClose.mockClear();
  network().on(UPCOMING, { items: [asked], next_cursor: null });
  render(<Page />);
  await screen.findByRole('button', { name: 'Подтвердить' });
});

it('shows a confirmation at once, before the service has answered', async () => {
  let answer: () => void = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const before = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method === 'PUT') await answered;
    return before(url, init);
  });
  network().on('PUT /bookings/b1/confirm', () => {
    network().on(UPCOMING, { items: [aBooking()], next_cursor: null });
    return { body: aBooking({ version: 5 }) };
  });
  await userEvent.click(screen.getByRole('button', { name: 'Подтвердить' }));
  expect(onClose).toHaveBeenCalled();
  expect(status()).toBe('✓подтверждена');
  expect(screen.queryByRole('button', { name: 'Отменить тренировку' })).toBeNull();
  answer();
  expect(await screen.findByText('Тренировка подтверждена')).toBeTruthy();
  expect(status()).toBe('✓подтверждена');
});

it('takes it back with the service’s reason when that says no', async () => {
  network().on('PUT /bookings/b1/confirm', () => problem(409, 'stale_version', 'Тренировку уже перенесли'));
  await userEvent.click(screen.getByRole('button', { name: 'Подтвердить' }));
  expect(await screen.findByText('Тренировку уже перенесли')).toBeTruthy();
  expect(status()).toBe('◷ждёт подтверждения');
  expect(screen.queryByRole('button', { name: 'Повторить' })).toBeNull();
});

it('takes it back when no answer came, and sends it again under the same key', async () => {
  network().on('PUT /bookings/b1/confirm', () => problem(503, 'unavailable', 'Сейчас не получается'));
  await userEvent.click(screen.getByRole('button', { name: 'Подтвердить' }));
  expect(await screen.findByText('Сейчас не получается')).toBeTruthy();
  expect(status()).toBe('◷ждёт подтверждения');
  network().on('PUT /bookings/b1/confirm', { ...aBooking(), version: 5 });
  network().on(UPCOMING, { items: [aBooking()], next_cursor: null });
  await userEvent.click(screen.getByRole('button', { name: 'Повторить' }));
  await waitFor(() => expect(status()).toBe('✓подтверждена'));
  const keys = network()
    .requests('PUT /bookings/b1/confirm')
    .map((one) => one.headers['Idempotency-Key']);
  expect(new Set(keys).size).toBe(1);
});

it('says before a cancellation that what was charged stays so', async () => {
  network().on('GET /bookings/b1', aBooking());
  const { unmount } = render(
    <BookingSheet booking={aBooking({ id: 'b9', charged: true })} as="client" cancelling onClose={onClose} />,
  );
  expect(screen.getByText(/при отмене не возвращается/)).toBeTruthy();
  unmount();
});

it('tells what became of a session, and by whom', async () => {
  network().on('GET /bookings/b1', {
    ...asked,
    history: [
      { at: '2026-11-30T10:00:00+03:00', actor: 'trainer', change: 'created' },
      { at: '2026-11-30T11:00:00+03:00', actor: 'client', change: 'moved' },
    ],
  });
  await userEvent.click(screen.getByText('История тренировки'));
  const lines = (await screen.findAllByRole('listitem')).map((line) => line.textContent);
  expect(lines).toEqual(['Записана, тренерпн, 30 нояб., 10:00', 'Перенесена, выпн, 30 нояб., 11:00']);
});
