import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { go, route } from '~/shared/route';
import { language } from '~/shared/text/language';
import { AboutPage } from '~/trainer/settings/about-page';
import { BookingPage } from '~/trainer/settings/booking-page';
import { HoursPage } from '~/trainer/settings/hours-page';
import { cameFrom } from '~/trainer/settings/origin';
import { SessionPage } from '~/trainer/settings/session-page';
import { SettingsPage } from '~/trainer/settings/settings-page';
import { ZonePage } from '~/trainer/settings/zone-page';
import { profile, trainerMe } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const hours = { items: [{ weekday: 1, from: '09:00', to: '13:00' }], version: 5, timezone: 'Europe/Moscow' };

beforeEach(() => {
  language.value = 'ru';
  network().on('GET /slots/rules', hours);
  network().on('GET /users/trainer/1', profile);
  network().on('GET /users/me', trainerMe);
  network().on('PUT /users/profile', {});
});

const save = () => screen.getByRole('button', { name: 'Сохранить' }) as HTMLButtonElement;

it('saves the whole week on the version it was read with', async () => {
  network().on('PUT /slots/rules', { ...hours, version: 6 });
  render(<HoursPage />);
  const tuesday = await screen.findByRole('region', { name: 'Вторник' });
  expect(screen.queryByRole('button', { name: 'Сохранить' })).toBeNull();
  await userEvent.click(within(tuesday).getByRole('checkbox', { name: 'Вторник: рабочий день' }));
  await userEvent.selectOptions(within(tuesday).getByRole('combobox', { name: 'До' }), '24:00');
  await userEvent.click(save());
  await waitFor(() => expect(network().requests('PUT /slots/rules')).toHaveLength(1));
  expect(network().requests('PUT /slots/rules')[0]?.body).toEqual({
    rules: [
      { weekday: 1, from: '09:00', to: '13:00' },
      { weekday: 2, from: '09:00', to: '24:00' },
    ],
    version: 5,
  });
});

it('speaks the other language as soon as it is chosen', async () => {
  network().on('GET /slots/exceptions', { items: [] });
  network().on('GET /users/me', { ...trainerMe, language: 'en' });
  render(<SettingsPage me={trainerMe} trainer={profile} />);
  await userEvent.click(await screen.findByRole('button', { name: 'English' }));
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
  await waitFor(() => expect(network().requests('PUT /users/profile')[0]?.body).toEqual({ language: 'en' }));
});

it('leads back from the hours to where one came from', async () => {
  network().on('PUT /slots/rules', { ...hours, version: 6 });
  go('/settings/hours/day/2026-12-02');
  render(<HoursPage cameFrom={cameFrom(route.value)} />);
  const tuesday = await screen.findByRole('region', { name: 'Вторник' });
  await userEvent.click(within(tuesday).getByRole('checkbox', { name: 'Вторник: рабочий день' }));
  await userEvent.click(save());
  await waitFor(() => expect(route.value).toBe('/day/2026-12-02'));
});

it('does not save hours that end before they start', async () => {
  render(<HoursPage />);
  const monday = await screen.findByRole('region', { name: 'Понедельник' });
  await userEvent.click(within(monday).getByRole('button', { name: /^Понедельник/ }));
  await userEvent.selectOptions(within(monday).getByRole('combobox', { name: 'До' }), '08:00');
  expect(within(monday).getByText('Конец должен быть позже начала')).toBeTruthy();
  expect(save().disabled).toBe(true);
});

it('copies a day to the other working days', async () => {
  render(<HoursPage />);
  const monday = await screen.findByRole('region', { name: 'Понедельник' });
  await userEvent.click(within(monday).getByRole('button', { name: /^Понедельник/ }));
  await userEvent.click(within(monday).getByRole('button', { name: 'Скопировать день' }));
  await userEvent.click(screen.getByRole('button', { name: 'Применить' }));
  expect(screen.getAllByText('09:00–13:00')).toHaveLength(5);
});

it('starts an empty week with a usual one', async () => {
  network().on('GET /slots/rules', { ...hours, items: [] });
  render(<HoursPage />);
  await userEvent.click(await screen.findByRole('button', { name: 'Пн–пт 9–18' }));
  expect(screen.getAllByText('09:00–18:00')).toHaveLength(5);
  expect(screen.queryByRole('button', { name: 'Пн–пт 9–18' })).toBeNull();
});

it('lists all settings with what they are set to', async () => {
  network().on('GET /slots/exceptions', {
    items: [{ id: 7, kind: 'off', date_from: '2026-12-24', date_to: '2026-12-26', version: 0 }],
  });
  render(<SettingsPage me={trainerMe} trainer={profile} />);
  const row = async (name: RegExp) => (await screen.findByRole('button', { name })).textContent;
  expect(await row(/^Рабочие часы/)).toBe('Рабочие часыпн 09:00–13:00');
  expect(await row(/^Выходные и особые часы/)).toBe('Выходные и особые часычт, 24 дек. – сб, 26 дек.: не работаю');
  expect(await row(/^Тренировка/)).toMatch(/^Тренировка60 мин · 2\s500\s₽$/);
  await userEvent.click(screen.getByRole('button', { name: /^Часовой пояс/ }));
  expect(route.value).toBe('/settings/zone');
});

it('sends only the settings that were edited', async () => {
  network().on('PUT /users/trainer/1/settings', { ...profile, version: 4 });
  render(<SessionPage trainerId={1} />);
  await userEvent.click(await screen.findByRole('button', { name: '90 мин' }));
  const price = screen.getByRole('textbox', { name: 'Цена тренировки, ₽' });
  await userEvent.clear(price);
  await userEvent.type(price, '3 000');
  await userEvent.click(save());
  await waitFor(() => expect(network().requests('PUT /users/trainer/1/settings')).toHaveLength(1));
  expect(network().requests('PUT /users/trainer/1/settings')[0]?.body).toEqual({
    price: { amount: 300000, currency: 'RUB' },
    session_minutes: 90,
    version: 3,
  });
});

it('does not save a price that cannot be read, and says so', async () => {
  render(<SessionPage trainerId={1} />);
  const price = await screen.findByRole('textbox', { name: 'Цена тренировки, ₽' });
  await userEvent.clear(price);
  await userEvent.type(price, '-5');
  expect(screen.getByRole('alert').textContent).toContain('цену числом');
  expect(save().disabled).toBe(true);
});

it('asks for notice and horizon only where clients book by themselves', async () => {
  render(<BookingPage trainerId={1} />);
  expect(await screen.findByRole('combobox', { name: 'Запись открыта вперёд на' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Не записываются' }));
  expect(screen.queryByRole('combobox')).toBeNull();
});

it('takes specialties from the usual ones and in words of one’s own', async () => {
  network().on('GET /users/trainer/1', { ...profile, specialties: ['Йога'] });
  network().on('PUT /users/trainer/1/settings', { ...profile, version: 4 });
  render(<AboutPage trainerId={1} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Убрать: Йога' }));
  await userEvent.click(screen.getByRole('button', { name: 'Добавить: Бег' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Своё направление' }), 'Кроссфит{Enter}');
  await userEvent.click(save());
  await waitFor(() => expect(network().requests('PUT /users/trainer/1/settings')).toHaveLength(1));
  expect(network().requests('PUT /users/trainer/1/settings')[0]?.body).toEqual({
    specialties: ['Бег', 'Кроссфит'],
    version: 3,
  });
});

it('moves the hours to another clock', async () => {
  network().on('PUT /users/trainer/1/settings', { ...profile, version: 4 });
  render(<ZonePage trainerId={1} />);
  await userEvent.click(await screen.findByRole('radio', { name: /^Омск/ }));
  await userEvent.click(save());
  await waitFor(() =>
    expect(network().requests('PUT /users/trainer/1/settings')[0]?.body).toEqual({ timezone: 'Asia/Omsk', version: 3 }),
  );
});

it('says in the server’s words why settings were refused', async () => {
  network().on('PUT /users/trainer/1/settings', () => problem(409, 'stale_version', 'Настройки уже изменили'));
  render(<SessionPage trainerId={1} />);
  await userEvent.click(await screen.findByRole('button', { name: '90 мин' }));
  await userEvent.click(save());
  expect((await screen.findByRole('alert')).textContent).toBe('Настройки уже изменили');
});

it('asks before edits are lost on the way to another page', async () => {
  const asked = vi.fn().mockReturnValueOnce(false).mockReturnValueOnce(true);
  vi.stubGlobal('confirm', asked);
  render(<SessionPage trainerId={1} />);
  go('/settings/session');
  await userEvent.click(await screen.findByRole('button', { name: '90 мин' }));
  await screen.findByRole('button', { name: 'Сохранить' });
  await go('/clients');
  expect(route.value).toBe('/settings/session');
  await go('/clients');
  expect(route.value).toBe('/clients');
  expect(asked).toHaveBeenCalledWith('Изменения не сохранены. Уйти без них?');
});
