/** The state of a list in its address. */

import { optional, regex, string } from 'zod/mini';

/** Every list that the server pages has this much; each adds its filters. */
export const paged = { cursor: optional(string()) };

/** A civil day. */
export const day = string().check(regex(/^\d{4}-\d{2}-\d{2}$/));

/** The days of a list, both included. */
export const days = { from: optional(day), until: optional(day) };
