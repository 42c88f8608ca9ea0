/** Who is signed in on this device: the access token in memory, renewed by the refresh cookie, never stored. */

import { ask, NoAnswer } from './ask';

type Token = { access_token: string };

let token: string | undefined;
let renewing: Promise<boolean> | undefined;
const listeners = new Set<() => void>();

export const session = {
  token: () => token,

  begin: (answer: Token) => {
    token = answer.access_token;
  },

  /** Forgets the token, and tells the application when somebody was signed in until now. */
  end: () => {
    const signedIn = token !== undefined;
    token = undefined;
    if (signedIn) for (const listener of listeners) listener();
  },

  onEnd: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Whether somebody is signed in, by the token or by the cookie. Throws when no answer came. */
  restore: async () => token !== undefined || session.renew(),

  /** Gets a new token for the cookie; several callers share one request, several tabs take turns. */
  renew: () => {
    renewing ??= inTurn(refresh).finally(() => {
      renewing = undefined;
    });
    return renewing;
  },
};

async function refresh(): Promise<boolean> {
  const answer = await ask('/api/v1/sessions/refresh', { method: 'POST' });
  if (answer.status === 401) {
    session.end();
    return false;
  }
  if (!answer.ok) throw new NoAnswer(`renewing the session: ${answer.status}`);
  session.begin((await answer.json()) as Token);
  return true;
}

// Without a secure context there are no locks; the server forgives two renewals at once.
const inTurn = async <T>(task: () => Promise<T>): Promise<T> =>
  navigator.locks ? await navigator.locks.request('linli-session', task) : await task();
