import { texts } from './language';

const ru = {
  title: 'В календарь телефона',
  detail: 'Тренировки рядом с остальными делами',
  about:
    'Добавьте ссылку в свой календарь как подписку: новые, перенесённые и отменённые тренировки появятся там сами в течение нескольких часов.',
  copy: 'Скопировать ссылку',
  copied: 'Ссылка скопирована',
  open: 'Открыть в календаре',
  secret: 'По ссылке видно ваше расписание, не пересылайте её. Если она попала к чужим, смените её.',
  rotate: 'Сменить ссылку',
  rotateQuestion: 'Сменить ссылку? Календари с прежней ссылкой перестанут обновляться.',
  rotateYes: 'Сменить',
  rotated: 'Ссылка новая, прежняя больше не работает',
};

const en: typeof ru = {
  title: 'To the phone’s calendar',
  detail: 'Sessions next to everything else',
  about:
    'Subscribe to the link in your calendar: new, moved and cancelled sessions will show up there by themselves within hours.',
  copy: 'Copy the link',
  copied: 'The link is copied',
  open: 'Open in the calendar',
  secret: 'The link shows your schedule, so keep it to yourself. If others have it, change it.',
  rotate: 'Change the link',
  rotateQuestion: 'Change the link? Calendars with the former one will no longer be updated.',
  rotateYes: 'Change',
  rotated: 'The link is new, the former one no longer works',
};

export const calendarText = texts({ ru, en });
