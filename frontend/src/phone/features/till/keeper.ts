/** Keeps the attempts of one cashier: sends them, asks again until the truth is known, and tells who listens. */

import { newKey } from '@/api/send';
import { type Asked, type Attempt, after, codesOf, type Event, isLate, isOpen, waitOf } from './attempt';
import { forget, keep, kept } from './keep';

interface Parts {
  user: string;
  send: (attempt: Attempt) => Promise<Event>;
  /** Told when an attempt is settled, or first known to be unknown. */
  onTurn: (attempt: Attempt) => void;
}

export type Keeper = ReturnType<typeof newKeeper>;

export function newKeeper({ user, send, onTurn }: Parts) {
  let attempts: readonly Attempt[] = [];
  const listeners = new Set<() => void>();
  let isResting = false;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const show = (next: readonly Attempt[]) => {
    attempts = next;
    for (const listener of listeners) listener();
  };
  const put = (attempt: Attempt) => show(attempts.map((one) => (one.key === attempt.key ? attempt : one)));
  const find = (key: string) => attempts.find((one) => one.key === key);

  const apply = (key: string, event: Event): Attempt | undefined => {
    // What comes now would be seen by nobody: it stays unknown, and is asked again when somebody looks.
    if (isResting) return undefined;
    const before = find(key);
    const then = before && after(before, event);
    if (before === undefined || then === undefined || then === before) return undefined;
    if (isOpen(then)) keep(then);
    else forget(key);
    put(then);
    if (!isOpen(then) || (then.state === 'unknown' && before.state === 'sending')) onTurn(then);
    return then;
  };

  const dispatch = async (attempt: Attempt) => {
    const then = apply(attempt.key, await send(attempt));
    if (then?.state === 'unknown') later(then.key, then.tries);
  };

  const later = (key: string, tries: number) => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => ask(key), waitOf(tries)),
    );
  };

  const ask = (key: string) => {
    clearTimeout(timers.get(key));
    const then = find(key)?.state === 'unknown' ? apply(key, { event: 'ask', now: Date.now() }) : undefined;
    if (then?.state === 'asking') void dispatch(then);
  };

  return {
    user,

    list: () => attempts,

    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Sends for the first time, unless a code of it is on its way already. What has ended and was seen makes room. */
    begin: (asked: Asked) => {
      const attempt: Attempt = { key: newKey(), user, asked, at: new Date().toISOString(), state: 'sending' };
      const isTwice = (one: Attempt) => isOpen(one) && codesOf(one).some((code) => codesOf(attempt).includes(code));
      if (attempts.some(isTwice)) return;
      keep(attempt);
      show([...attempts.filter((one) => isOpen(one) || isLate(one)), attempt]);
      void dispatch(attempt);
    },

    /** Asks now what is unknown: the network is back, or somebody is impatient. */
    askNow: () => {
      for (const { key, state } of attempts) if (state === 'unknown') ask(key);
    },

    /** Takes up what an earlier run of the application left, and asks. */
    resume: () => {
      isResting = false;
      const known = new Set(attempts.map(({ key }) => key));
      const left = kept().filter((one) => one.user === user && !known.has(one.key));
      show([...left, ...attempts]);
      for (const { key, state } of attempts) if (state === 'unknown') ask(key);
    },

    rest: () => {
      isResting = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },

    /** What has ended was seen. */
    dismiss: (key: string) => show(attempts.filter((one) => one.key !== key || isOpen(one))),

    /** A confirmation that was undone is shown so. */
    amend: (key: string, results: Extract<Attempt, { state: 'done' }>['results']) => {
      const one = find(key);
      if (one?.state === 'done') put({ ...one, results });
    },
  };
}

/** Attempts, on this device, about which nobody knows the truth yet, of anybody. */
export const openFor = (code: string): Attempt | undefined => kept().find((one) => codesOf(one).includes(code));

/** How many attempts of others wait on this device: only who made them can ask about them. */
export const strangersOpen = (user: string) => kept().filter((one) => one.user !== user).length;
