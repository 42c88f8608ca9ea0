/**
 * One try to confirm, from the press of the button to the truth about it: a machine of states without clock or network.
 *
 * What was sent without an answer is "unknown", whatever one would like it to be, until the server has spoken under the same key.
 */

import { type BatchResult, isPassing, type NewConfirmation, type NewConfirmations, type Problem } from '@/api';

/** What is asked of the server, kept as it was sent: the same key needs the same bytes. */
export type Asked = { one: NewConfirmation } | { many: NewConfirmations };

type Standing =
  /** On its way for the first time. */
  | { state: 'sending' }
  /** Sent so often without an answer. */
  | { state: 'unknown'; tries: number }
  /** On its way again. */
  | { state: 'asking'; tries: number }
  /** The server did it: what came of each code, in the order in which they were sent. */
  | { state: 'done'; results: BatchResult[]; late: boolean }
  /** The server did not do it, and says why. */
  | { state: 'refused'; problem: Problem; late: boolean }
  /** Nobody can tell any more: look into the lists. */
  | { state: 'lost' };

export type Attempt = { key: string; user: string; asked: Asked; at: string } & Standing;

export type Event =
  | { event: 'done'; results: BatchResult[] }
  | { event: 'refused'; problem: Problem }
  /** No word from the server that would settle it. */
  | { event: 'silence' }
  /** The server does not let us ask under this key. */
  | { event: 'shut_out'; problem: Problem }
  | { event: 'ask'; now: number };

/** The server keeps answers for 7 days; asked later, it would confirm anew. */
const ANSWERS_KEPT_MS = 6 * 24 * 3_600_000;
const FIRST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 30_000;

export const isOpen = ({ state }: Attempt) => state === 'sending' || state === 'asking' || state === 'unknown';

/** Settled after it was unknown: somebody has to see it before it goes. */
export const isLate = (attempt: Attempt) =>
  attempt.state === 'lost' || ((attempt.state === 'done' || attempt.state === 'refused') && attempt.late);

export const codesOf = ({ asked }: Attempt): string[] =>
  'one' in asked ? [asked.one.code] : asked.many.items.map(({ code }) => code);

/** What the attempt is after the event; what has ended stays as it is. */
export function after(attempt: Attempt, event: Event): Attempt {
  const { key, user, asked, at } = attempt;
  const base = { key, user, asked, at };
  if (attempt.state === 'unknown') {
    if (event.event !== 'ask') return attempt;
    if (event.now - Date.parse(at) > ANSWERS_KEPT_MS) return { ...base, state: 'lost' };
    return { ...base, state: 'asking', tries: attempt.tries };
  }
  if (attempt.state !== 'sending' && attempt.state !== 'asking') return attempt;
  const late = attempt.state === 'asking';
  switch (event.event) {
    case 'done':
      return { ...base, state: 'done', results: event.results, late };
    case 'refused':
      return { ...base, state: 'refused', problem: event.problem, late };
    case 'silence':
      return { ...base, state: 'unknown', tries: late ? attempt.tries + 1 : 1 };
    case 'shut_out':
      // The first time it settles the matter; later the first one may have been carried out all the same.
      return late ? { ...base, state: 'lost' } : { ...base, state: 'refused', problem: event.problem, late };
    case 'ask':
      return attempt;
  }
}

/** How long to wait before asking again: longer each time. */
export const waitOf = (tries: number) => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));

/** What a problem means for the attempt. */
export function eventOf(problem: Problem): Event {
  if (isPassing(problem)) return { event: 'silence' };
  const shutOut = problem.status === 403 || problem.kind === 'idempotency-key-reused';
  return { event: shutOut ? 'shut_out' : 'refused', problem };
}
