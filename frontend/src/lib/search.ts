/** The state of a list in its address. */

import { optional, string } from 'zod/mini';

/** Every list that the server pages has this much; each adds its filters. */
export const paged = { cursor: optional(string()) };
