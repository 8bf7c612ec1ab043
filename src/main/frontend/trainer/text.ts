import { texts } from '../shared/text/language';

const ru = {
  tabs: {
    label: 'Разделы',
    day: 'День',
    clients: 'Клиенты',
    analytics: 'Итоги',
    link: 'Ссылка',
    settings: 'Настройки',
  },
  notTrainerTitle: 'Это кабинет тренера',
  notTrainerText: 'Вы пока не тренер в Trenergram. Вернитесь в чат с ботом, отправьте /start и выберите «Я тренер».',
};

const en: typeof ru = {
  tabs: { label: 'Sections', day: 'Day', clients: 'Clients', analytics: 'Results', link: 'Link', settings: 'Settings' },
  notTrainerTitle: 'This is the trainer’s app',
  notTrainerText:
    'You are not a trainer in Trenergram yet. Go back to the chat with the bot, send /start and choose “I am a trainer”.',
};

export const text = texts({ ru, en });
