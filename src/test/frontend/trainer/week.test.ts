import { describe, expect, it } from 'vitest';
import {
  copyDay,
  faults,
  isValid,
  nextInterval,
  rulesOf,
  sameWeek,
  timesFrom,
  weekOf,
  withDay,
} from '~/trainer/settings/week';

const MONDAY = [
  { weekday: 1, from: '15:00', to: '20:00' },
  { weekday: 1, from: '09:00', to: '13:00' },
];

describe('a week of working hours', () => {
  it('is seven days, each in order, and the same rules again', () => {
    const week = weekOf(MONDAY);
    expect(week).toHaveLength(7);
    expect(week[0]?.map((interval) => interval.from)).toEqual(['09:00', '15:00']);
    expect(rulesOf(week)).toEqual([MONDAY[1], MONDAY[0]]);
  });

  it('changes one day, or copies it to others, and leaves the rest', () => {
    const week = weekOf(MONDAY);
    const copied = copyDay(week, 1, [3, 7]);
    expect(copied[2]).toEqual(week[0]);
    expect(copied[6]).toEqual(week[0]);
    expect(copied[1]).toEqual([]);
    expect(sameWeek(week, weekOf(MONDAY))).toBe(true);
    expect(sameWeek(withDay(week, 1, []), week)).toBe(false);
  });

  it('offers a sensible next interval while the day lasts', () => {
    expect(nextInterval([])).toEqual({ from: '09:00', to: '18:00' });
    expect(nextInterval([{ from: '09:00', to: '13:00' }])).toEqual({ from: '14:00', to: '17:00' });
    expect(nextInterval([{ from: '09:00', to: '21:00' }])).toEqual({ from: '22:00', to: '24:00' });
    expect(nextInterval([{ from: '09:00', to: '23:00' }])).toBeNull();
  });

  it('finds a wrong order and an overlap, and lets intervals touch', () => {
    expect(faults([{ from: '13:00', to: '13:00' }])).toEqual(['order']);
    const morning = { from: '09:00', to: '13:00' };
    expect(faults([morning, { from: '12:45', to: '14:00' }])).toEqual([null, 'overlap']);
    expect(faults([morning, { from: '13:00', to: '24:00' }])).toEqual([null, null]);
    expect(isValid(weekOf([{ weekday: 2, from: '10:00', to: '09:00' }]))).toBe(false);
  });

  it('lists times by the quarter, with one that is off the grid', () => {
    expect(timesFrom('09:00', '09:45', '09:10')).toEqual(['09:00', '09:10', '09:15', '09:30', '09:45']);
    expect(timesFrom('23:30', '24:00', '24:00')).toEqual(['23:30', '23:45', '24:00']);
  });
});
