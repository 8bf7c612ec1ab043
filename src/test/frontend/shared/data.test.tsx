import { act, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '~/shared/api/calls';
import { forgetAll, refreshAll, remember, setEverywhere, useLoad } from '~/shared/data';
import { keep, recall } from '~/shared/kept';
import { language } from '~/shared/text/language';
import { ConnectionBanner } from '~/shared/ui/connection-banner';
import { Await } from '~/shared/ui/feedback';
import { aBooking } from '../samples';
import { pageTest, problem } from '../support';

const { network } = pageTest();
const read = vi.fn();

function Sessions() {
  const sessions = useLoad('upcoming', async () => read());
  return <Await of={sessions}>{(all: { id: string }[]) => <p>{all.map(({ id }) => id).join()}</p>}</Await>;
}

beforeEach(() => {
  language.value = 'ru';
  read.mockReset();
});

describe('what was read', () => {
  it('is there at once on the next opening of the app, and then made new', async () => {
    keep('upcoming', { at: 1, data: [{ id: 'old' }] });
    let answer: (sessions: object[]) => void = () => {};
    read.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    render(<Sessions />);
    expect(screen.getByText('old')).toBeTruthy();
    await act(() => answer([{ id: 'new' }]));
    expect(await screen.findByText('new')).toBeTruthy();
    expect(recall('upcoming')?.data).toEqual([{ id: 'new' }]);
  });

  it('stays where the service refuses to say more, beside its reason', async () => {
    keep('upcoming', { at: 1, data: [{ id: 'old' }] });
    network().on('GET /users/me', () => problem(503, 'unavailable', 'Сейчас не получается.'));
    read.mockImplementation(api.me);
    render(<Sessions />);
    expect((await screen.findByRole('alert')).textContent).toContain('Не удалось обновить. Сейчас не получается.');
    expect(screen.getByText('old')).toBeTruthy();
  });

  it('is told with its time when there is no network', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:00:00+03:00') });
    keep('upcoming', { at: Date.parse('2026-11-30T22:10:00+03:00'), data: [{ id: 'old' }] });
    read.mockReturnValue(new Promise(() => {}));
    render(
      <>
        <ConnectionBanner />
        <Sessions />
      </>,
    );
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(await screen.findByText(/^Нет связи. Показываем, что было в\sпн, 30 нояб., 22:10.$/)).toBeTruthy();
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(screen.queryByText(/Нет связи/)).toBeNull());
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is not undone by a slow answer that was asked for before', async () => {
    const answers: ((sessions: object[]) => void)[] = [];
    read.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
    render(<Sessions />);
    vi.setSystemTime(2000);
    act(refreshAll);
    answers[1]?.([{ id: 'new' }]);
    expect(await screen.findByText('new')).toBeTruthy();
    await act(async () => answers[0]?.([{ id: 'slow' }]));
    expect(recall('upcoming')?.data).toEqual([{ id: 'new' }]);
    expect(screen.getByText('new')).toBeTruthy();
  });

  it('is taken over from the newer question, though the older one was answered meanwhile', async () => {
    const answers: ((sessions: object[]) => void)[] = [];
    read.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
    render(<Sessions />);
    vi.setSystemTime(2000);
    act(refreshAll);
    vi.setSystemTime(3000);
    answers[0]?.([{ id: 'slow' }]);
    await waitFor(() => expect(recall('upcoming')?.at).toBe(1000));
    answers[1]?.([{ id: 'new' }]);
    expect(await screen.findByText('new')).toBeTruthy();
    expect(recall('upcoming')).toEqual({ at: 2000, data: [{ id: 'new' }] });
  });

  it('is kept within bounds: the oldest answers go', () => {
    for (let at = 1; at <= 70; at++) keep(`slots/${at}`, { at, data: [] });
    expect(recall('slots/10')).toBeUndefined();
    expect(recall('slots/11')).toBeTruthy();
    expect(recall('slots/70')).toBeTruthy();
  });

  it('is not kept when it is too large, or when the phone refuses', () => {
    keep('large', { at: 1, data: 'x'.repeat(300_000) });
    expect(recall('large')).toBeUndefined();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => keep('small', { at: 1, data: [] })).not.toThrow();
  });

  it('is gone with all the rest when it is to be forgotten', () => {
    remember('upcoming', []);
    forgetAll();
    expect(recall('upcoming')).toBeUndefined();
  });
});

describe('a change that is shown before the service has said so', () => {
  const booking = aBooking({ status: 'PENDING' });
  const Shown = () => {
    const list = useLoad('upcoming', async () => read());
    const day = useLoad('day', async () => read());
    const inDay = (day.data as { items: { booking: typeof booking | null }[] } | undefined)?.items[0]?.booking;
    return <p>{`${(list.data as (typeof booking)[] | undefined)?.[0]?.status} ${inDay?.status}`}</p>;
  };

  beforeEach(() => {
    read.mockReturnValue(new Promise(() => {}));
    remember('upcoming', [booking]);
    remember('day', { items: [{ booking }] });
    render(<Shown />);
  });

  it('is seen wherever the booking stands, and can be taken back', async () => {
    let takeBack: () => void = () => {};
    act(() => {
      takeBack = setEverywhere({ ...booking, status: 'CONFIRMED' });
    });
    expect(screen.getByText('CONFIRMED CONFIRMED')).toBeTruthy();
    act(() => takeBack());
    expect(screen.getByText('PENDING PENDING')).toBeTruthy();
  });

  it('is not taken back from what was read anew meanwhile', () => {
    act(() => {
      const takeBack = setEverywhere({ ...booking, status: 'CONFIRMED' });
      remember('upcoming', [{ ...booking, status: 'CANCELLED' }]);
      takeBack();
    });
    expect(screen.getByText('CANCELLED PENDING')).toBeTruthy();
  });
});
