import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { language } from '~/shared/text/language';
import { RemindersPage } from '~/trainer/settings/reminders-page';
import { profile } from '../samples';
import { pageTest, said } from '../support';

const { network } = pageTest();
const reminders = {
  enabled: true,
  first_days_before: 1,
  first_at: '12:00',
  second_after_hours: 3,
  third_after_hours: 3,
  auto_cancel_after_hours: 3,
  heads_up_hours_before: 2,
};
const quiet_hours = { from: '22:00', to: '08:00' };
const at = (day: string, time: string) => `2026-12-0${day}T${time}:00+03:00`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T11:00:00+03:00') });
  language.value = 'ru';
  network().on('GET /users/trainer/1', { ...profile, reminders, quiet_hours });
  network().on('POST /users/trainer/1/reminders/preview', {
    steps: [
      { step: 'first', at: at('1', '12:00') },
      { step: 'second', at: at('1', '15:00') },
      { step: 'third', at: at('1', '18:00') },
    ],
    auto_cancel: { at: at('1', '21:00') },
    heads_up: { at: at('2', '08:00') },
  });
});

const preview = async () => [...(await screen.findByTestId('preview')).children].map(said);

it('says in words what tomorrow’s session would bring', async () => {
  render(<RemindersPage trainerId={1} />);
  await screen.findByText(/^Напомним/);
  expect(await preview()).toEqual([
    'Например, тренировка завтра в 10:00',
    'Напомним сегодня в 12:00, 15:00, 18:00.',
    'Без ответа отменим сегодня в 21:00.',
    'Если подтвердит, напомним ещё раз завтра в 08:00.',
  ]);
  expect(network().requests('POST /users/trainer/1/reminders/preview')[0]?.body).toEqual({
    starts_at: '2026-12-02T07:00:00.000Z',
    reminders,
    quiet_hours,
  });
});

it('takes the session of the day after when today’s first reminder is over', async () => {
  vi.setSystemTime(new Date('2026-12-01T12:30:00+03:00'));
  render(<RemindersPage trainerId={1} />);
  await screen.findByText(/^Напомним/);
  expect(network().requests('POST /users/trainer/1/reminders/preview')[0]?.body).toMatchObject({
    starts_at: '2026-12-03T07:00:00.000Z',
  });
});

it('saves what was changed, whole', async () => {
  network().on('PUT /users/trainer/1/settings', profile);
  render(<RemindersPage trainerId={1} />);
  await userEvent.selectOptions(await screen.findByLabelText('Третье напоминание'), 'Нет');
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));

  await waitFor(() =>
    expect(network().requests('PUT /users/trainer/1/settings')[0]?.body).toEqual({
      reminders: { ...reminders, third_after_hours: null },
      quiet_hours,
      version: 3,
    }),
  );
});

it('hides the steps when there are no reminders', async () => {
  render(<RemindersPage trainerId={1} />);
  await userEvent.click(await screen.findByLabelText('Напоминать'));

  expect(screen.queryByLabelText('Второе напоминание')).toBeNull();
  expect(screen.getByLabelText('С')).toBeTruthy();
});
