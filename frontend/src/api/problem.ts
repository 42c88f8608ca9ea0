/** What the server says when it says no. Anything else that is thrown means that no answer came. */

import type { Problem } from './schema.gen';

export type { Problem };

export const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'kind' in error && 'status' in error;

/**
 * Whether the server's no leaves open what became of a command: it is in trouble, still at it, or has not looked at it. It kept
 * no answer then, and the key is as it was.
 */
export const isPassing = ({ status, kind }: Pick<Problem, 'status' | 'kind'>): boolean =>
  status >= 500 || [401, 408, 429].includes(status) || kind === 'request-in-progress';

/** The server's problem, or none if no answer came. */
export const problemOf = (error: unknown): Problem | undefined => (isProblem(error) ? error : undefined);
