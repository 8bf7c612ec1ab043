import type { Booking, DayItem, Span, TrainerProfile } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import type { LocalDate } from '../../shared/text/time';
import { lazySheet } from '../lazy';
import { text } from './text';

const BookingSheet = lazySheet(
  () => common().booking,
  () => import('../../shared/booking/booking-sheet').then((module) => module.BookingSheet),
);
const BookSheet = lazySheet(
  () => text().bookTitle,
  () => import('./book-sheet').then((module) => module.BookSheet),
);
const BlockSheet = lazySheet(
  () => text().blockTitle,
  () => import('./block-sheet').then((module) => module.BlockSheet),
);
const BlockedSheet = lazySheet(
  () => text().blocked,
  () => import('./block-sheet').then((module) => module.BlockedSheet),
);

/** What lies open over a day or a week. */
export type Opened =
  | { sheet: 'booking'; id: string; moving?: boolean }
  | { sheet: 'book'; date: LocalDate; start?: string; free: Span | null; working: Span[] }
  | { sheet: 'block'; free: Span }
  | { sheet: 'blocked'; item: DayItem };

interface Props {
  trainer: TrainerProfile;
  opened: Opened | null;
  /** All that can be opened, as the server told of it last. */
  bookings: Booking[];
  onChange: (opened: Opened | null) => void;
}

export function DaySheets({ trainer, opened, bookings, onChange }: Props) {
  const close = () => onChange(null);
  switch (opened?.sheet) {
    case undefined:
      return null;
    case 'booking': {
      const booking = bookings.find((one) => one.id === opened.id);
      return booking ? (
        <BookingSheet booking={booking} as="trainer" moving={opened.moving ?? false} onClose={close} />
      ) : null;
    }
    case 'book': {
      const { free } = opened;
      return (
        <BookSheet
          trainer={trainer}
          {...opened}
          onClose={close}
          onBlock={free ? () => onChange({ sheet: 'block', free }) : undefined}
        />
      );
    }
    case 'block':
      return <BlockSheet free={opened.free} zone={trainer.timezone} onClose={close} />;
    case 'blocked':
      return <BlockedSheet item={opened.item} zone={trainer.timezone} onClose={close} />;
  }
}
