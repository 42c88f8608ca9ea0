/** Around all screens of a merchant: the attempts of whoever is signed in, asked about wherever one looks meanwhile. */

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { type Attempt, codesOf, isOpen } from './attempt';
import { type Keeper, newKeeper, openFor } from './keeper';
import { send } from './send';
import { sound } from './sound';

const Kept = createContext<Keeper | undefined>(undefined);

export function Attempts({ user, children }: { user: string; children: ReactNode }) {
  const queries = useQueryClient();
  const [keeper] = useState(() =>
    newKeeper({
      user,
      send,
      onTurn: (attempt) => {
        sound(tuneOf(attempt));
        void queries.invalidateQueries();
      },
    }),
  );
  useEffect(() => {
    keeper.resume();
    window.addEventListener('online', keeper.askNow);
    return () => {
      window.removeEventListener('online', keeper.askNow);
      keeper.rest();
    };
  }, [keeper]);
  return <Kept value={keeper}>{children}</Kept>;
}

export function useAttempts() {
  const keeper = useContext(Kept);
  if (keeper === undefined) throw new Error('no attempts are kept here');
  const attempts = useSyncExternalStore(keeper.subscribe, keeper.list);
  /** Whether nobody knows yet what became of this code: then nothing else may be tried with it. */
  const isPending = (code: string) =>
    attempts.some((one) => isOpen(one) && codesOf(one).includes(code)) || openFor(code) !== undefined;
  return { attempts, keeper, isPending };
}

function tuneOf(attempt: Attempt) {
  if (attempt.state === 'unknown') return 'unsure';
  return attempt.state === 'done' && attempt.results.every(({ confirmation }) => confirmation) ? 'good' : 'bad';
}
