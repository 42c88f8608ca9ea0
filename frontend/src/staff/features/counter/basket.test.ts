import { expect, it } from 'vitest';
import type { ShelfReward } from '@/api';
import { barTo, changed, codeOf, filled, tileOf, totalOf } from './basket';

const oil: ShelfReward = {
  id: 'oil',
  name: '食用油',
  description: '',
  kind: 'goods',
  age_group: 'all',
  price_points: 64,
  stock: 5,
  reserved: 2,
  left: 3,
  state: 'on_shelf',
  limit_per_quarter: 2,
  low_stock_at: null,
  low: false,
};

it('adds up what is picked, and forgets what is put back', () => {
  const two = changed(changed({}, oil, 1), oil, 1);
  expect(totalOf(two, [oil])).toBe(128);
  expect(changed(two, oil, -2)).toEqual({});
});

it('says how many points are lacking', () => {
  expect(barTo(oil, {}, 60)).toEqual({ kind: 'points', lacking: 4 });
  expect(barTo(oil, {}, 64)).toBeUndefined();
});

it('does not know the points of the household, and lets the server decide', () => {
  expect(barTo(oil, {}, undefined)).toBeUndefined();
});

it('says that nothing is left before it speaks of points', () => {
  expect(barTo({ ...oil, left: 0 }, {}, 0)).toEqual({ kind: 'sold_out' });
  expect(barTo({ ...oil, left: 1 }, { oil: 1 }, 0)).toEqual({ kind: 'no_more' });
  expect(barTo(oil, { oil: 2 }, 500)).toEqual({ kind: 'limit', limit: 2 });
});

it('picks as many as can be, and says what stopped it', () => {
  const left = (points: number) => (basket: Record<string, number>) => points - totalOf(basket, [oil]);
  expect(filled({}, oil, 2, left(200))).toEqual({ basket: { oil: 2 }, bar: undefined });
  expect(filled({}, oil, 3, left(200))).toEqual({ basket: { oil: 2 }, bar: { kind: 'limit', limit: 2 } });
  expect(filled({}, oil, 2, left(70))).toEqual({ basket: { oil: 1 }, bar: { kind: 'points', lacking: 58 } });
});

it('knows what of the limit was used before', () => {
  const once = { ...oil, ordered_this_quarter: 1, left_this_quarter: 1 };
  expect(barTo(once, {}, 500)).toBeUndefined();
  expect(barTo(once, { oil: 1 }, 500)).toEqual({ kind: 'limit', limit: 1 });
  const twice = { ...oil, ordered_this_quarter: 2, left_this_quarter: 0 };
  expect(barTo(twice, {}, 500)).toEqual({ kind: 'limit_used', limit: 2 });
});

it.each([
  ['3', { tile: 3, times: 1 }],
  ['12*2', { tile: 12, times: 2 }],
  ['1234', undefined],
  ['张三', undefined],
])('takes %s for a tile or not', (typed, tile) => {
  expect(tileOf(typed)).toEqual(tile);
});

it('knows a code however it is typed', () => {
  expect(codeOf('b2kk-n9u9')).toBe('B2KKN9U9');
  expect(codeOf('B2KK N9U9')).toBe('B2KKN9U9');
  expect(codeOf('张三')).toBeUndefined();
});
