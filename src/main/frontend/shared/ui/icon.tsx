/** Line drawings of one weight, on a 24-unit grid. */
const PATHS = {
  calendar: 'M4 6.5h16v13H4zM4 10.5h16M8.5 4v4M15.5 4v4',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM2.8 19.5c.4-3.4 2.9-5.2 6.2-5.2s5.8 1.8 6.2 5.2M16 5a3 3 0 0 1 0 5.8M17.6 14.6c2.1.6 3.3 2.3 3.6 4.9',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM18 18h2v2h-2zM18.5 14H20M14 19.5h1',
  chart: 'M5 20v-7M12 20V5M19 20v-10M3 20h18',
  settings:
    'M4 7h9M17 7h3M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM4 17h3M11 17h9M9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  plus: 'M12 5v14M5 12h14',
  chevron: 'M9.5 5.5 16 12l-6.5 6.5',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20',
  copy: 'M9 9h11v11H9zM5.5 15H4V4h11v1.5',
  share: 'M20 4 10.5 13.5M20 4l-6 16-3.5-6.5L4 10z',
  person: 'M12 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4zM4.5 20c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  place:
    'M12 20.5c4-4.3 6.2-7.6 6.2-10.3a6.2 6.2 0 0 0-12.4 0c0 2.7 2.2 6 6.2 10.3zM12 12.3a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  close: 'M6 6l12 12M18 6 6 18',
  phone: 'M6 4h3.5l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5L16 13l4 1.5V18c0 1-.8 2-2 2C10.5 19.5 4.5 13.5 4 6c0-1.2 1-2 2-2z',
} as const;

export type IconName = keyof typeof PATHS;
export const iconNames = Object.keys(PATHS) as IconName[];

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
