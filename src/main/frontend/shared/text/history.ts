import { texts } from './language';

const ru = {
  title: 'История тренировки',
  changes: {
    created: 'Записана',
    confirmed: 'Подтверждена',
    declined: 'Отклонена',
    cancelled: 'Отменена',
    moved: 'Перенесена',
    edited: 'Изменена',
    completed: 'Проведена',
    no_show: 'Отмечена неявка',
  },
  you: 'вы',
  actors: { trainer: 'тренер', client: 'клиент', staff: 'клуб', system: 'автоматически' },
};

const en: typeof ru = {
  title: 'History of the session',
  changes: {
    created: 'Booked',
    confirmed: 'Confirmed',
    declined: 'Declined',
    cancelled: 'Cancelled',
    moved: 'Moved',
    edited: 'Edited',
    completed: 'Completed',
    no_show: 'Marked as a no-show',
  },
  you: 'you',
  actors: { trainer: 'the trainer', client: 'the client', staff: 'the club', system: 'automatically' },
};

export const historyText = texts({ ru, en });
