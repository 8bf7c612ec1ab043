import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../shared/api/http';
import { BookingSheet } from '../shared/booking/booking-sheet';
import { offline } from '../shared/connection';
import { LedgerList } from '../shared/ledger/ledger-list';
import { BackLink } from '../shared/ui/back-link';
import { ClockField } from '../shared/ui/clock-field';
import { ConnectionBanner } from '../shared/ui/connection-banner';
import { Alone, Await, Empty, Problem, Skeleton, Toast, toast } from '../shared/ui/feedback';
import { Icon, iconNames } from '../shared/ui/icon';
import { MainAction } from '../shared/ui/main-action';
import { OtherAppRow } from '../shared/ui/other-role';
import { Avatar, Chips, Fact, Field, PersonRow, Row, Status } from '../shared/ui/parts';
import { Sheet } from '../shared/ui/sheet';
import { Tabs } from '../shared/ui/tabs';
import { anna, booking, entries, marina } from './samples';

const nothing = () => {};
const TABS = [
  { path: '/', icon: 'calendar', text: 'Тренировки' },
  { path: '/trainers', icon: 'people', text: 'Тренеры' },
  { path: '/profile', icon: 'person', text: 'Профиль' },
] as const;

export function Kit() {
  const [chosen, setChosen] = useState('10:00');
  const [sheet, setSheet] = useState<'plain' | 'booking'>();
  return (
    <main class="page kit">
      <ConnectionBanner />
      <BackLink onBack={nothing} />
      <h1>Части</h1>

      <Part name="Status">
        <div class="side-by-side">
          <Status of={{ status: 'PENDING', awaiting: 'client' }} />
          <Status of={{ status: 'PENDING', awaiting: 'trainer' }} />
          {(['CONFIRMED', 'COMPLETED', 'CANCELLED', 'NO_SHOW'] as const).map((status) => (
            <Status key={status} of={{ status, awaiting: null }} />
          ))}
        </div>
      </Part>

      <Part name="Row, PersonRow, OtherAppRow, Avatar">
        <div class="card flush">
          <Row title="Рабочие часы" detail="Пн–Пт, 9–21" value="12" onPress={nothing} />
          <PersonRow person={marina} detail="2 500 ₽ · 60 мин" value="10 000 ₽" onPress={nothing} />
          <OtherAppRow app="trainer" telegramId={1} />
          <OtherAppRow app="client" telegramId={1} />
        </div>
        <div class="side-by-side">
          {[0, 1, 2, 3, 4].map((id) => (
            <Avatar key={id} of={{ ...anna, telegram_id: id }} />
          ))}
        </div>
      </Part>

      <Part name="Buttons">
        {['primary', 'quiet', 'danger', 'danger-text', 'link'].map((kind) => (
          <button key={kind} type="button" class={`button ${kind}`}>
            {kind}
          </button>
        ))}
        <button type="button" class="button primary" disabled>
          disabled
        </button>
        <button type="button" class="fab" aria-label="fab">
          <Icon name="plus" />
        </button>
      </Part>

      <Part name="Chips, Field, switch">
        <div class="card">
          <Chips
            wrap
            label="Утро"
            options={['09:00', '10:00', '11:30'].map((value) => ({ value, text: value, detail: '13:00 у вас' }))}
            value={chosen}
            onChange={setChosen}
          />
          <Field label="Имя" hint="По нему вас узнает тренер">
            <input value="Анна" />
          </Field>
          <ClockField label="Начало" value={chosen} onChange={setChosen} />
          <label class="switch-row">
            Напоминания
            <input type="checkbox" class="switch" checked />
          </label>
          <Problem>Укажите цену числом, например 2500</Problem>
        </div>
      </Part>

      <Part name="Fact, LedgerList">
        <section class="card">
          <dl class="facts">
            <Fact label="Когда">ср, 2 дек., 10:00 по Москве, 14:00 у вас</Fact>
            <Fact label="Цена">2 500 ₽</Fact>
          </dl>
          <LedgerList of={{ data: entries, error: undefined, retry: nothing }} />
        </section>
      </Part>

      <Part name="Skeleton, Await, Empty, Alone">
        <Skeleton rows={2} />
        <Await
          of={{ data: undefined, error: new ApiError(503, 'unavailable', 'Сейчас не получается.'), retry: nothing }}
        >
          {() => null}
        </Await>
        <Empty title="Впереди ничего нет">
          <p>Выберите удобное время, это займёт полминуты.</p>
        </Empty>
        <Row title="Alone: то же на всю страницу" onPress={() => setSheet('plain')} />
      </Part>

      <Part name="Sheet, BookingSheet, Toast, ConnectionBanner">
        <Row title="Sheet" onPress={() => setSheet('plain')} />
        <Row title="BookingSheet" onPress={() => setSheet('booking')} />
        <Row title="Toast" onPress={() => toast('Тренировка подтверждена')} />
        <Row
          title="Toast с выходом"
          onPress={() => toast('Нет связи, ответ не дошёл.', { text: 'Повторить', run: nothing })}
        />
        <Row title="ConnectionBanner" onPress={() => (offline.value = !offline.value)} />
      </Part>

      <Part name="Icon">
        <div class="side-by-side">
          {iconNames.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </div>
      </Part>

      <Part name="Tabs">
        <Tabs label="Разделы" tabs={[...TABS]} active="/" />
      </Part>

      <Toast />
      {sheet === 'plain' && (
        <Sheet title="Лист" onClose={() => setSheet(undefined)}>
          <Alone title="Откройте из Telegram">
            <p>Приложение работает внутри Telegram.</p>
          </Alone>
        </Sheet>
      )}
      {sheet === 'booking' && <BookingSheet booking={booking} as="client" onClose={() => setSheet(undefined)} />}
      <MainAction text="MainAction" onPress={nothing} secondary={{ text: 'рядом с ней', onPress: nothing }} />
    </main>
  );
}

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="stack">
      <h2 class="section-title">{name}</h2>
      {children}
    </section>
  );
}
