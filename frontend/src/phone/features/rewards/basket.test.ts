import { expect, it } from 'vitest';
import type { Reward } from '@/api';
import { countOf, linesOf, totalOf } from './basket';

const reward = (id: string, price_points: number): Reward => ({
  id,
  name: id,
  description: '',
  kind: 'goods',
  age_group: 'all',
  price_points,
  stock: 9,
  reserved: 0,
  left: 9,
  state: 'on_shelf',
  low: false,
});

it('adds up what is on the shelf, and leaves out what is gone from it', () => {
  const lines = linesOf({ pens: 2, gone: 5, ball: 1 }, [reward('ball', 30), reward('pens', 10), reward('warmer', 24)]);
  expect(lines.map((line) => [line.reward.id, line.quantity])).toEqual([
    ['ball', 1],
    ['pens', 2],
  ]);
  expect(totalOf(lines)).toBe(50);
});

it('counts pieces, not kinds', () => {
  expect(countOf({ pens: 2, ball: 1 })).toBe(3);
});
