/** What went wrong with a question, as a screen shows it. */

import { NoAnswer, type Problem, problemOf } from '@/api';

export type Trouble =
  | { kind: 'no-connection' }
  | { kind: 'no-permission' }
  | { kind: 'not-found' }
  | { kind: 'problem'; problem: Problem };

/** Of a question or a command: "the server said no" and "no answer came" are different things: this tells them apart. */
export function troubleOf(error: unknown): Trouble {
  const problem = problemOf(error);
  if (problem === undefined) return { kind: 'no-connection' };
  if (problem.status === 403) return { kind: 'no-permission' };
  if (problem.status === 404) return { kind: 'not-found' };
  return { kind: 'problem', problem };
}

const notFetched = new WeakSet<Error>();

// A part of the application that could not be fetched.
addEventListener('vite:preloadError', ({ payload }) => notFetched.add(payload));

/** Whether a screen that could not be opened or drawn is itself at fault: the server did not say no, and nothing failed to answer. */
export const isOwnFault = (error: unknown): error is Error =>
  error instanceof Error && !(error instanceof NoAnswer) && !notFetched.has(error);

/** A problem in the reader's language: what it is, and what it is in this case. */
export function sentenceOf(problem: Problem, language: string): string {
  if (language !== 'zh-CN') return problem.title_en;
  return problem.detail ?? problem.title;
}
