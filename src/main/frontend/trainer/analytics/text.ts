import { plural, texts } from '../../shared/text/language';

const ru = {
  title: 'Итоги',
  period: 'Период',
  periods: { week: 'Неделя', month: 'Месяц', quarter: '3 месяца', year: 'Год', own: 'Свои даты' },
  earlier: 'Раньше',
  later: 'Позже',
  from: 'С',
  to: 'По',
  table: 'Таблицей',
  clientCount: (n: number) => plural(n, ['клиент', 'клиента', 'клиентов']),
  sessions: 'Тренировки',
  sessionCount: (n: number) => plural(n, ['тренировка', 'тренировки', 'тренировок']),
  held: { completed: 'проведено', confirmed: 'подтверждено', pending: 'ждут ответа', no_show: 'неявки' },
  missed: (cancelled: number, noShow: number) =>
    [
      cancelled > 0 && plural(cancelled, ['отмена', 'отмены', 'отмен']),
      noShow > 0 && plural(noShow, ['неявка', 'неявки', 'неявок']),
    ]
      .filter(Boolean)
      .join(', ') || 'без отмен и неявок',
  income: 'Доход',
  received: (sum: string) => `Клиенты пополнили на ${sum}`,
  occupancy: 'Занятость',
  ofHours: (occupied: number, working: number) => `${occupied} из ${plural(working, ['часа', 'часов', 'часов'])}`,
  noHours: 'Рабочие часы не указаны',
  newClients: 'Новые клиенты',
  topClients: 'Кто приносит больше',
  nobody: 'За эти дни тренировок ещё не было.',
  file: 'Файл для Excel',
  fileText: 'Все тренировки и операции за эти дни. Бот пришлёт файл в чат.',
  sendXlsx: 'Прислать файл',
  sendCsv: 'Прислать CSV',
  sent: 'Готовим файл, бот пришлёт его в чат',
};

const en: typeof ru = {
  title: 'Results',
  period: 'Period',
  periods: { week: 'Week', month: 'Month', quarter: '3 months', year: 'Year', own: 'Own dates' },
  earlier: 'Earlier',
  later: 'Later',
  from: 'From',
  to: 'To',
  table: 'As a table',
  clientCount: (n) => plural(n, ['client', 'clients']),
  sessions: 'Sessions',
  sessionCount: (n) => plural(n, ['session', 'sessions']),
  held: { completed: 'completed', confirmed: 'confirmed', pending: 'unanswered', no_show: 'no-shows' },
  missed: (cancelled, noShow) =>
    [cancelled > 0 && `${cancelled} cancelled`, noShow > 0 && plural(noShow, ['no-show', 'no-shows'])]
      .filter(Boolean)
      .join(', ') || 'none cancelled or missed',
  income: 'Income',
  received: (sum) => `Clients topped up ${sum}`,
  occupancy: 'Occupancy',
  ofHours: (occupied, working) => `${occupied} of ${plural(working, ['hour', 'hours'])}`,
  noHours: 'No working hours set',
  newClients: 'New clients',
  topClients: 'Who brings the most',
  nobody: 'No sessions in these days yet.',
  file: 'A file for Excel',
  fileText: 'All sessions and money of these days. The bot will send the file to the chat.',
  sendXlsx: 'Send me the file',
  sendCsv: 'Send me CSV',
  sent: 'The file is on its way: the bot will send it to the chat',
};

export const text = texts({ ru, en });
