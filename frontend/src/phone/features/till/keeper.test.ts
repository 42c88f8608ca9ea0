import { beforeEach, expect, it, vi } from 'vitest';
import type { Attempt, Event } from './attempt';
import { newKeeper, openFor } from './keeper';

const asked = { one: { store_id: 's1', code: '7G2K9QXM' } };
const refused: Event = {
  event: 'refused',
  problem: { type: '', title: '', title_en: '', status: 409, kind: 'voucher-used' },
};

/** A keeper whose server answers in this order, and then keeps silent. */
function keeperOf(...answers: Event[]) {
  const sent: Attempt[] = [];
  const turns: string[] = [];
  const keeper = newKeeper({
    user: 'u1',
    send: async (attempt) => {
      sent.push(attempt);
      return answers[sent.length - 1] ?? { event: 'silence' };
    },
    onTurn: ({ state }) => turns.push(state),
  });
  return { keeper, sent, turns };
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  return () => vi.useRealTimers();
});

it('asks again and again under one key, ever more slowly, and tells once that it is unknown', async () => {
  const { keeper, sent, turns } = keeperOf();
  keeper.begin(asked);
  await vi.advanceTimersByTimeAsync(1500 + 3000 + 6000);
  expect(sent).toHaveLength(4);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(turns).toEqual(['unknown']);
});

it('sends a code once, however often the button is hit', async () => {
  const { keeper, sent } = keeperOf();
  keeper.begin(asked);
  keeper.begin(asked);
  keeper.begin({ many: { store_id: 's1', items: [{ code: '7G2K9QXM' }] } });
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
});

it('keeps nothing once the truth is known, and lets go of it when it was seen', async () => {
  const { keeper } = keeperOf({ event: 'silence' }, refused);
  keeper.begin(asked);
  await vi.advanceTimersByTimeAsync(0);
  expect(openFor('7G2K9QXM')).toMatchObject({ user: 'u1', state: 'unknown' });
  await vi.advanceTimersByTimeAsync(1500);
  expect(openFor('7G2K9QXM')).toBeUndefined();
  const [ended] = keeper.list();
  expect(ended).toMatchObject({ state: 'refused', late: true });
  keeper.dismiss(ended?.key ?? '');
  expect(keeper.list()).toEqual([]);
});

it('does not settle what nobody sees: the next keeper asks', async () => {
  const first = keeperOf({ event: 'silence' }, refused);
  first.keeper.begin(asked);
  await vi.advanceTimersByTimeAsync(0);
  first.keeper.rest();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(first.sent).toHaveLength(1);
  const second = keeperOf(refused);
  second.keeper.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(second.sent[0]?.key).toBe(first.sent[0]?.key);
  expect(second.keeper.list()).toMatchObject([{ state: 'refused', late: true }]);
});
