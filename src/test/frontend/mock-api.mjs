// API v1 in memory: one trainer in one zone, a few clients, bookings around today.

import { at, dateIn, datesBetween, iso, MINUTE, plus } from './mock-time.mjs';

const TRAINER = person(1, 'Марина', 'Соколова', 'marina_fit');
const CLIENTS = [
  person(2, 'Анна', 'Петрова', 'anna_p'),
  person(3, 'Дмитрий', 'Константинопольский', null),
  person(4, 'Ольга', 'Ким', 'olga'),
  person(5, 'Тимур', null, null),
];

function person(telegram_id, first_name, last_name, username) {
  return { telegram_id, first_name, last_name, username, photo_url: null };
}

export function createApi({ zone = 'Europe/Moscow', lang = 'ru', app = 'trainer', empty, two, mode = 'instant' }) {
  const trainer = {
    ...TRAINER,
    price: rub(2500),
    session_minutes: 60,
    slot_step_minutes: 30,
    timezone: zone,
    clubs: [{ id: 1, name: 'Импульс', status: 'ACTIVE' }],
    place: 'Зал «Атлет», Лесная, 5',
    about: 'Силовые и растяжка. Первая тренировка — знакомство и план на месяц.',
    specialties: ['силовые', 'растяжка', 'после родов'],
    rating: null,
    self_booking: mode,
    min_notice_hours: 2,
    max_advance_days: 30,
    charge_hours_before: 12,
    listed: true,
    version: 3,
  };
  const me = {
    ...(app === 'trainer' ? TRAINER : CLIENTS[0]),
    language: lang,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    phone: null,
    staff: [],
    roles: [app.toUpperCase()],
    trainer: app === 'trainer' ? trainer : null,
    trainers: app === 'client' && !empty ? [trainer, ...(two ? [{ ...trainer, ...CLIENTS[2] }] : [])] : [],
  };
  const hours = {
    version: 1,
    timezone: zone,
    items: empty
      ? []
      : [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
          { weekday, from: '09:00', to: '13:00' },
          { weekday, from: '15:00', to: '22:00' },
        ]),
  };
  const bookings = [];
  const exceptions = [];
  const blocks = [];

  const today = dateIn(new Date(), zone);
  if (!empty) {
    add(today, '09:00', 0, 'COMPLETED');
    add(today, '10:00', 1, 'NO_SHOW');
    add(today, '16:00', 2, 'CONFIRMED');
    add(today, '19:00', 1, 'PENDING', 'client');
    add(today, '20:30', 3, 'PENDING', 'trainer');
    add(today, '12:00', 3, 'CANCELLED');
    add(plus(today, 1), '10:00', 0, 'PENDING', 'client');
    add(plus(today, 4), '11:30', 0, 'CONFIRMED');
    add(plus(today, -3), '11:30', 0, 'COMPLETED');
    add(plus(today, -5), '11:30', 0, 'CANCELLED');
    added(blocks, {
      starts_at: iso(at(today, '17:30', zone), zone),
      ends_at: iso(at(today, '18:30', zone), zone),
      reason: 'Врач',
    });
  }

  function add(date, clock, client, status, awaiting = null, minutes = 60) {
    const start = at(date, clock, zone);
    const booking = {
      id: `b${bookings.length + 1}`,
      trainer: TRAINER,
      client: CLIENTS[client],
      starts_at: iso(start, zone),
      ends_at: iso(start + minutes * MINUTE, zone),
      minutes,
      timezone: zone,
      status,
      awaiting,
      price: rub(2500),
      charge_at: iso(start - 12 * 60 * MINUTE, zone),
      charged: status === 'COMPLETED',
      place: { location_id: 1, name: 'Зал «Атлет»', address: 'Лесная, 5' },
      created_by: 'trainer',
      series: null,
      note: null,
      warnings: [],
      cancelled_by: status === 'CANCELLED' ? 'client' : null,
      cancel_reason: status === 'CANCELLED' ? 'Заболела' : null,
      version: 1,
    };
    bookings.push(booking);
    return booking;
  }

  const shown = (booking) => ({ ...booking, allowed_actions: allowed(booking) });

  function allowed({ status, awaiting, starts_at }) {
    const past = Date.parse(starts_at) < Date.now();
    if (status === 'PENDING')
      return [
        ...(awaiting === app ? ['confirm', 'decline'] : []),
        ...(past && app === 'trainer' ? ['complete'] : []),
        'cancel',
      ];
    if (status === 'CONFIRMED') return past && app === 'trainer' ? ['complete', 'no_show'] : ['cancel', 'move'];
    if (past && app === 'trainer')
      return status === 'COMPLETED' ? ['no_show'] : status === 'NO_SHOW' ? ['complete'] : [];
    return [];
  }

  /** The spans of a day that working hours give, and the free ones among them. */
  function workOf(date) {
    const weekday = new Date(date).getUTCDay() || 7;
    return hours.items
      .filter((rule) => rule.weekday === weekday)
      .map((rule) => ({ start: at(date, rule.from, zone), end: at(date, rule.to, zone) }));
  }
  function busyOf(date) {
    const taken = bookings
      .filter((one) => one.status !== 'CANCELLED' && dateIn(new Date(one.starts_at), zone) === date)
      .map((one) => ({
        kind: 'booking',
        start: Date.parse(one.starts_at),
        end: Date.parse(one.ends_at),
        booking: shown(one),
      }));
    const blocked = blocks
      .filter((one) => dateIn(new Date(one.starts_at), zone) === date)
      .map((one) => ({
        kind: 'blocked',
        start: Date.parse(one.starts_at),
        end: Date.parse(one.ends_at),
        block: { id: one.id, reason: one.reason },
      }));
    return [...taken, ...blocked].sort((a, b) => a.start - b.start);
  }
  function freeOf(date) {
    return workOf(date).flatMap(({ start, end }) => {
      const spans = [];
      let from = start;
      for (const busy of busyOf(date)) {
        if (busy.start >= end || busy.end <= from) continue;
        if (busy.start > from) spans.push({ kind: 'free', start: from, end: busy.start });
        from = Math.max(from, busy.end);
      }
      if (from < end) spans.push({ kind: 'free', start: from, end });
      return spans;
    });
  }
  function slotsOf(date) {
    return freeOf(date).flatMap(({ start, end }) => {
      const slots = [];
      for (let s = start; s + 60 * MINUTE <= end; s += 30 * MINUTE)
        if (s > Date.now() + 120 * MINUTE) slots.push(span(s, s + 60 * MINUTE));
      return slots;
    });
  }
  const span = (start, end) => ({ starts_at: iso(start, zone), ends_at: iso(end, zone) });

  const routes = [
    ['POST', /^\/auth\/telegram$/, () => ok({ access_token: 'mock', token_type: 'Bearer', expires_in: 900, user: me })],
    ['GET', /^\/users\/me$/, () => ok(me)],
    ['POST', /^\/users\/me\/trainers$/, () => ok(Object.assign(me, { trainers: [trainer] }))],
    ['DELETE', /^\/users\/me\/trainers\/\d+$/, () => ok(Object.assign(me, { trainers: [] }))],
    ['PUT', /^\/users\/profile$/, (_, body) => ok(Object.assign(me, body))],
    ['GET', /^\/users\/trainer\/\d+$/, () => ok(trainer)],
    [
      'PUT',
      /^\/users\/trainer\/\d+\/settings$/,
      (_, body) => ok(Object.assign(trainer, body, { version: trainer.version + 1 })),
    ],
    ['GET', /\/clients$/, (_, __, query) => ok({ items: empty ? [] : roster(query.get('sort')), next_cursor: null })],
    ['GET', /\/clients\/(\d+)$/, ([, id]) => ok({ ...rosterOf(id), stats })],
    ['PUT', /\/clients\/(\d+)$/, ([, id], body) => ok({ ...changedClient(id, body), stats })],
    ['GET', /^\/users\/me\/calendar$/, () => ok(feed)],
    ['POST', /^\/users\/me\/calendar\/rotate$/, () => ok(Object.assign(feed, feedOf('another')))],
    [
      'GET',
      /^\/users\/client\/\d+$/,
      () => ok({ ...me, trainers: me.trainers.map((one) => ({ trainer: one, balance: balance() })) }),
    ],
    ['GET', /\/ledger$/, () => ok({ items: [...entries].reverse(), next_cursor: null })],
    [
      'POST',
      /\/(topup|adjustment)$/,
      ([, kind], body) => ok(enter(kind, body.amount.amount, body.comment ?? body.reason)),
    ],
    [
      'GET',
      /\/link$/,
      () => ok({ url: 'https://t.me/trenergram_bot?start=trainer_1', qr_png_url: QR, qr_svg_url: QR, scans: 12 }),
    ],
    ['GET', /^\/analytics\/trainer\/\d+$/, (_, __, query) => ok(report(query))],
    ['POST', /^\/analytics\/trainer\/\d+\/export$/, () => ({ status: 202, body: { file_name: 'trenergram.xlsx' } })],
    ['GET', /^\/slots\/rules$/, () => ok(hours)],
    [
      'PUT',
      /^\/slots\/rules$/,
      (_, body) => ok(Object.assign(hours, { items: body.rules, version: hours.version + 1 })),
    ],
    ['GET', /^\/slots\/exceptions$/, () => ok({ items: exceptions, next_cursor: null })],
    ['POST', /^\/slots\/exceptions$/, (_, body) => ok(added(exceptions, body))],
    ['DELETE', /^\/slots\/exceptions\/(\d+)$/, ([, id]) => ok(removed(exceptions, id))],
    ['POST', /^\/slots\/blocks$/, (_, body) => ok(added(blocks, body))],
    ['DELETE', /^\/slots\/blocks\/(\d+)$/, ([, id]) => ok(removed(blocks, id))],
    [
      'GET',
      /^\/slots\/trainer\/\d+\/days$/,
      (_, __, query) => ok({ timezone: zone, days: datesBetween(query).map(figures) }),
    ],
    ['PUT', /^\/bookings\/(\w+)$/, ([, id], body) => move(id, body)],
    ['GET', /\/day\/([\d-]+)$/, ([, date]) => ok(dayOf(date))],
    [
      'GET',
      /^\/slots\/trainer\/\d+$/,
      (_, __, query) =>
        ok({ timezone: zone, days: datesBetween(query).map((date) => ({ date, slots: slotsOf(date) })) }),
    ],
    [
      'GET',
      /^\/bookings\/trainer\//,
      (_, __, query) => ok({ items: bookings.filter((one) => one.starts_at.startsWith(query.get('date'))).map(shown) }),
    ],
    ['GET', /^\/bookings\/client\//, (_, __, query) => ok({ items: mine(query.get('scope')).map(shown) })],
    ['POST', /^\/bookings$/, (_, body) => book(body)],
    ['GET', /^\/bookings\/(\w+)$/, ([, id]) => one(id)],
    [
      'PUT',
      /^\/bookings\/(\w+)\/([\w-]+)$/,
      ([, id, action]) =>
        change(id, { confirm: 'CONFIRMED', decline: 'CANCELLED', complete: 'COMPLETED', 'no-show': 'NO_SHOW' }[action]),
    ],
    ['DELETE', /^\/bookings\/(\w+)$/, ([, id]) => change(id, 'CANCELLED')],
  ];

  const entries = [];
  const balance = () => entries.at(-1)?.balance_after ?? rub(0);
  function enter(kind, amount, comment) {
    const charged = { code: 'before_start', charge_hours_before: 12, starts_at: bookings.at(-1)?.starts_at };
    entries.push({
      id: entries.length + 1,
      kind,
      amount: { amount, currency: 'RUB' },
      balance_after: { amount: balance().amount + amount, currency: 'RUB' },
      actor: kind === 'charge' ? 'system' : 'trainer',
      reason: kind === 'charge' ? charged : { code: 'by_trainer', comment },
      created_at: iso(Date.now(), zone),
      timezone: zone,
    });
    return entries.at(-1);
  }
  if (!empty) {
    enter('topup', 1_000_000, 'наличными');
    enter('charge', -250_000);
  }

  const rosterRow = (client, index) => ({
    balance: index ? rub(0) : balance(),
    client,
    phone: index === 3 ? null : `+7 921 555-0${index}-1${index}`,
    bookings_total: index * 7,
    bookings_upcoming: index,
    last_visit_at: index ? iso(Date.now() - index * 86_400_000, zone) : null,
    note: index === 1 ? 'Бережём левое колено' : null,
    archived: false,
    version: 1,
  });
  const rows = CLIENTS.map(rosterRow);
  const rosterOf = (id) => rows.find((one) => one.client.telegram_id === Number(id));
  const changedClient = (id, body) => Object.assign(rosterOf(id), body, { version: rosterOf(id).version + 1 });
  const roster = (sort) =>
    sort === 'name'
      ? rows.toSorted((a, b) => a.client.first_name.localeCompare(b.client.first_name))
      : sort === 'balance'
        ? rows.toSorted((a, b) => a.balance.amount - b.balance.amount)
        : rows;
  const month = today.slice(0, 7);
  const stats = [{ month, completed: 6, cancelled: 1, no_show: 1, spent: rub(17_500) }];
  const feedOf = (secret) => ({
    url: `https://trenergram.example/api/v1/calendar/${secret}.ics`,
    webcal_url: `webcal://trenergram.example/api/v1/calendar/${secret}.ics`,
  });
  const feed = feedOf('secret');
  const dayOf = (date) => ({
    timezone: zone,
    off: false,
    working: workOf(date).map(({ start, end }) => span(start, end)),
    items: [...freeOf(date), ...busyOf(date)]
      .sort((a, b) => a.start - b.start)
      .map(({ kind, start, end, booking, block }) => ({ kind, ...span(start, end), booking, block })),
  });
  function figures(date) {
    const on = bookings.filter((one) => dateIn(new Date(one.starts_at), zone) === date);
    const count = (status) => on.filter((one) => one.status === status).length;
    return {
      date,
      bookings: {
        pending: count('PENDING'),
        confirmed: count('CONFIRMED'),
        completed: count('COMPLETED'),
        cancelled: count('CANCELLED'),
        no_show: count('NO_SHOW'),
      },
      free_minutes: freeOf(date).reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0),
      off: workOf(date).length === 0,
    };
  }
  /** Figures that come and go with the weeks. */
  function report(query) {
    const days = datesBetween(query).map((date, index) => {
      const count = empty ? 0 : (index * 5) % 7;
      return {
        date,
        figures: {
          sessions: { pending: 0, confirmed: 0, completed: count, cancelled: index % 4 === 0 ? 1 : 0, no_show: 0 },
          income: rub(2500 * count),
          received: rub(index % 6 === 0 ? 10_000 : 0),
          new_clients: empty || index % 9 ? 0 : 1,
          working_minutes: 660,
          occupied_minutes: 60 * count,
        },
      };
    });
    const sum = (figure) => days.reduce((total, day) => total + figure(day.figures), 0);
    return {
      timezone: zone,
      days,
      total: {
        sessions: {
          pending: 0,
          confirmed: 0,
          completed: sum((one) => one.sessions.completed),
          cancelled: sum((one) => one.sessions.cancelled),
          no_show: 0,
        },
        income: rub(sum((one) => one.income.amount) / 100),
        received: rub(sum((one) => one.received.amount) / 100),
        new_clients: sum((one) => one.new_clients),
        working_minutes: sum((one) => one.working_minutes),
        occupied_minutes: sum((one) => one.occupied_minutes),
      },
      top_clients: empty
        ? []
        : CLIENTS.map((client, index) => ({ client, sessions: 9 - index, income: rub(20_000 - 3000 * index) })),
    };
  }
  const mine = (scope) => {
    const own = bookings.filter((one) => one.client.telegram_id === 2);
    const isPast = (one) => Date.parse(one.ends_at) < Date.now() || one.status === 'CANCELLED';
    return scope === 'history' ? own.filter(isPast).reverse() : own.filter((one) => !isPast(one));
  };
  function book({ client_id, starts_at, minutes = 60 }) {
    const date = dateIn(new Date(starts_at), zone);
    const start = Date.parse(starts_at);
    if (busyOf(date).some((busy) => busy.start < start + minutes * MINUTE && start < busy.end)) {
      return problem(409, 'slot_taken', 'Это время уже заняли.');
    }
    // Noon is always lost to somebody else, to see how that looks.
    if (app === 'client' && starts_at.includes('T12:00')) {
      add(date, '12:00', 2, 'CONFIRMED');
      return problem(409, 'slot_taken', 'Это время уже заняли.');
    }
    const client = CLIENTS.findIndex((one) => one.telegram_id === client_id);
    const waits = app === 'trainer' ? 'client' : mode === 'request' ? 'trainer' : null;
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
      start,
    );
    return { status: 201, body: shown(add(date, clock, client, waits ? 'PENDING' : 'CONFIRMED', waits, minutes)) };
  }
  function move(id, { starts_at }) {
    const booking = bookings.find((one) => one.id === id);
    if (!booking) return problem(404, 'not_found', 'Такой тренировки нет.');
    const start = Date.parse(starts_at);
    Object.assign(booking, {
      ...span(start, start + booking.minutes * MINUTE),
      status: app === 'trainer' || mode === 'request' ? 'PENDING' : 'CONFIRMED',
      awaiting: app === 'trainer' ? 'client' : mode === 'request' ? 'trainer' : null,
      version: booking.version + 1,
    });
    return ok(shown(booking));
  }
  function one(id) {
    const booking = bookings.find((each) => each.id === id);
    if (!booking) return problem(404, 'not_found', 'Такой тренировки нет.');
    const at = iso(Date.parse(booking.starts_at) - 86_400_000, zone);
    return ok({ ...shown(booking), history: [{ at, actor: booking.created_by, change: 'created' }] });
  }
  function change(id, status) {
    const booking = bookings.find((one) => one.id === id);
    if (!booking) return problem(404, 'not_found', 'Такой тренировки нет.');
    Object.assign(booking, {
      status,
      awaiting: null,
      version: booking.version + 1,
      cancelled_by: status === 'CANCELLED' ? app : null,
    });
    return ok(shown(booking));
  }

  return (method, url, body) => {
    const path = url.pathname.replace('/api/v1', '');
    for (const [verb, pattern, answer] of routes) {
      const match = verb === method && pattern.exec(path);
      if (match) return answer(match, body, url.searchParams);
    }
    return problem(404, 'not_found', 'Такой страницы нет.');
  };
}

function added(list, body) {
  const one = { id: list.length + 1, version: 0, conflicts: [], ...body };
  list.push(one);
  return one;
}
function removed(list, id) {
  list.splice(
    list.findIndex((one) => one.id === Number(id)),
    1,
  );
  return {};
}

const ok = (body) => ({ status: 200, body });
const problem = (status, code, detail) => ({ status, body: { type: 'about:blank', status, code, detail } });
const rub = (sum) => ({ amount: sum * 100, currency: 'RUB' });
const QR = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h3v3H0zM6 0h3v3H6zM0 6h3v3H0zM4 1h1v2H4zM1 4h3v1H1zM5 4h3v2H5zM4 7h2v2H4zM7 7h2v1H7z"/></svg>')}`;
