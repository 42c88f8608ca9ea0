/** One command of a screen: whether it runs, what the server said against it, and what is said when it is done. */

import { type ReactNode, useState } from 'react';
import { problemOf } from '@/api';
import { Refusal } from './Refusal';
import { useTell } from './Told';

export interface Command<T> {
  start: (what: T) => void;
  busy: boolean;
  /** Why it was not carried out, to be shown near the button; nothing if nothing was refused. */
  refusal: ReactNode;
  /** What the server found wrong with a field. */
  at: (field: string) => string | undefined;
}

/** What `start` is given, `run` gets. */
export function useCommand<T = void>(
  run: (what: T) => Promise<unknown>,
  done: string,
  onDone?: () => void,
): Command<T> {
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const start = async (what: T) => {
    setBusy(true);
    setError(undefined);
    try {
      await run(what);
      tell(done);
      onDone?.();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const isAt = (place: string, field: string) => place === field || place.split('.').pop() === field;
  const at = (field: string) => problemOf(error)?.errors?.find((one) => isAt(one.field, field))?.detail;
  return { start: (what) => void start(what), busy, refusal: <Refusal error={error} />, at };
}
