import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { ProfilePage } from '~/client/me/profile-page';
import { parsePhone } from '~/shared/text/format';
import { language } from '~/shared/text/language';
import { Toast } from '~/shared/ui/feedback';
import { clientMe, trainerMe } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();

beforeEach(() => {
  language.value = 'ru';
  network().on('GET /users/me', clientMe);
});

function open(me = clientMe): void {
  render(
    <>
      <ProfilePage me={me} />
      <Toast />
    </>,
  );
}

it('is saved as it was written, with the number as the service wants it', async () => {
  network().on('PUT /users/profile', {});
  open();
  expect(screen.queryByRole('button', { name: 'Сохранить' })).toBeNull();
  await userEvent.type(screen.getByLabelText(/^Телефон/), '8 (916) 123-45-67');
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Профиль сохранён')).toBeTruthy();
  expect(network().requests('PUT /users/profile')[0]?.body).toEqual({
    first_name: 'Анна',
    last_name: 'Петрова',
    phone: '+79161234567',
  });
});

it('says what is wrong before anything is sent', async () => {
  open();
  await userEvent.type(screen.getByLabelText(/^Телефон/), '123');
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(screen.getByRole('alert').textContent).toContain('Проверьте номер');
  await userEvent.clear(screen.getByLabelText('Имя'));
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(screen.getByRole('alert').textContent).toContain('Напишите имя');
  expect(network().requests('PUT')).toHaveLength(0);
});

it('speaks the other language at once, and goes back when the service did not hear of it', async () => {
  network().on('PUT /users/profile', () => problem(503, 'unavailable', 'Not now'));
  open();
  await userEvent.click(screen.getByRole('button', { name: 'English' }));
  expect(await screen.findByText('Not now')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Профиль' })).toBeTruthy();

  network().on('PUT /users/profile', {});
  network().on('GET /users/me', { ...clientMe, language: 'en' });
  await userEvent.click(screen.getByRole('button', { name: 'English' }));
  expect(await screen.findByRole('heading', { name: 'Profile' })).toBeTruthy();
});

it('leads a trainer to the trainer’s app', () => {
  open(trainerMe);
  expect(screen.getByTestId('open-trainer-app')).toBeTruthy();
});

it.each([
  ['8 916 123 45 67', '+79161234567'],
  ['+44 20 7946 0958', '+442079460958'],
  ['', ''],
  ['916', null],
  ['+7 916 abc', null],
])('reads the number “%s” as %s', (written, read) => {
  expect(parsePhone(written)).toBe(read);
});
