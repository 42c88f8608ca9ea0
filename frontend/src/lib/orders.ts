/** Orders of the points supermarket in words. */

import type { Order, OrderLine } from '@/api';
import { listed, spokenSpan } from './format';

/** A line: of goods how many, of a service when. */
export const lineOf = ({ reward_name, quantity, slot }: OrderLine) =>
  slot ? `${reward_name} ${spokenSpan(slot.starts_at, slot.ends_at)}` : `${reward_name} × ${quantity}`;

/** What is in an order. */
export const contentsOf = ({ lines }: Order) => listed(lines.map(lineOf));

/** The slot of an order that is a service. */
export const slotOf = ({ lines }: Order) => lines[0]?.slot ?? undefined;
