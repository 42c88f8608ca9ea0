/** What the server says when it says no. Anything else that is thrown means that no answer came. */

import type { Problem } from './schema.gen';

export type { Problem };

export const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'kind' in error && 'status' in error;

/** The server's problem, or none if no answer came. */
export const problemOf = (error: unknown): Problem | undefined => (isProblem(error) ? error : undefined);
