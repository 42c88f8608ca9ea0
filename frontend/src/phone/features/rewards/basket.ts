/** What a resident is about to order: how many of which reward. Kept as long as the tab is open, for each resident alone. */

import { useSyncExternalStore } from 'react';
import type { Reward } from '@/api';

export type Basket = Readonly<Record<string, number>>;

/** A reward in the basket. */
export interface Line {
  reward: Reward;
  quantity: number;
}

const NONE: Basket = {};
const baskets = new Map<string, Basket>();
const listeners = new Set<() => void>();

const nameOf = (residentId: string) => `linli-basket-${residentId}`;

function read(residentId: string): Basket {
  const known = baskets.get(residentId);
  if (known !== undefined) return known;
  const stored = sessionStorage.getItem(nameOf(residentId));
  const basket: Basket = stored === null ? NONE : JSON.parse(stored);
  baskets.set(residentId, basket);
  return basket;
}

function write(residentId: string, basket: Basket) {
  baskets.set(residentId, basket);
  sessionStorage.setItem(nameOf(residentId), JSON.stringify(basket));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts so many of a reward into the basket; none takes it out. */
export function put(residentId: string, rewardId: string, quantity: number) {
  const { [rewardId]: _, ...others } = read(residentId);
  write(residentId, quantity > 0 ? { ...others, [rewardId]: quantity } : others);
}

export const empty = (residentId: string) => write(residentId, NONE);

export const useBasket = (residentId: string) => useSyncExternalStore(subscribe, () => read(residentId));

/** The lines of a basket in the order of the shelf; what is no longer on it is left out. */
export const linesOf = (basket: Basket, rewards: Reward[]): Line[] =>
  rewards.flatMap((reward) => {
    const quantity = basket[reward.id];
    return quantity === undefined ? [] : [{ reward, quantity }];
  });

export const totalOf = (lines: Line[]) =>
  lines.reduce((sum, line) => sum + line.quantity * line.reward.price_points, 0);

export const countOf = (basket: Basket) => Object.values(basket).reduce((sum, quantity) => sum + quantity, 0);
