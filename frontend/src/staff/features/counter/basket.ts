/** What is picked at the counter: how many of which reward, what it costs, and why no more can be added. */

import type { Reward, ShelfReward, Wallet } from '@/api';

/** How many of each reward, by its id. */
export type Basket = Record<string, number>;

export const countOf = (basket: Basket, reward: Reward) => basket[reward.id] ?? 0;

export const totalOf = (basket: Basket, rewards: Reward[]) =>
  rewards.reduce((sum, reward) => sum + countOf(basket, reward) * reward.price_points, 0);

/** The same basket with more or less of a reward; nothing of it is no line. */
export function changed(basket: Basket, reward: Reward, by: number): Basket {
  const { [reward.id]: before = 0, ...others } = basket;
  return before + by > 0 ? { ...others, [reward.id]: before + by } : others;
}

export type Bar =
  | { kind: 'sold_out' }
  | { kind: 'no_more' }
  | { kind: 'limit'; limit: number }
  | { kind: 'limit_used'; limit: number }
  | { kind: 'points'; lacking: number };

/** Why one more of a reward cannot be picked, as far as the screen knows; the server decides. */
export function barTo(reward: ShelfReward, basket: Basket, spendable: number | undefined): Bar | undefined {
  const picked = countOf(basket, reward);
  if (reward.left <= 0) return { kind: 'sold_out' };
  if (picked >= reward.left) return { kind: 'no_more' };
  const limit = reward.limit_per_quarter;
  if (typeof limit === 'number') {
    const left = reward.left_this_quarter ?? limit;
    if (left === 0) return { kind: 'limit_used', limit };
    if (picked >= left) return { kind: 'limit', limit: left };
  }
  if (spendable !== undefined && reward.price_points > spendable) {
    return { kind: 'points', lacking: reward.price_points - spendable };
  }
  return undefined;
}

/** The basket with so many more of a reward, as far as that can be, and what stopped it before that. */
export function filled(
  basket: Basket,
  reward: ShelfReward,
  times: number,
  spendable: (basket: Basket) => number | undefined,
): { basket: Basket; bar: Bar | undefined } {
  let next = basket;
  for (let time = 0; time < times; time++) {
    const bar = barTo(reward, next, spendable(next));
    if (bar) return { basket: next, bar };
    next = changed(next, reward, 1);
  }
  return { basket: next, bar: undefined };
}

/** What came of a name that was typed: its tile says why it is barred. */
export type Picked = 'picked' | 'barred' | 'unknown';

/** What is left to spend after what is picked; unknown while the household pays too. */
export const spendableOf = (wallet: Wallet, total: number, pooled: boolean) =>
  pooled ? undefined : wallet.available - total;

/** `3` or `3*2` as typed at the counter: which tile, and how many of it. */
export function tileOf(typed: string): { tile: number; times: number } | undefined {
  const match = /^(\d{1,2})(?:[*x×](\d{1,2}))?$/i.exec(typed.trim());
  return match ? { tile: Number(match[1]), times: Number(match[2] ?? 1) } : undefined;
}

/** A code of a card or an order, however it was typed; none if it is something else. */
export function codeOf(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  return /^[A-Z2-9]{8}$/.test(code) ? code : undefined;
}
