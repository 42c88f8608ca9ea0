/** A few words about what was just done, read aloud too; they go by themselves. */

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

const STAYS_MS = 4000;

const Telling = createContext<(words: string) => void>(() => undefined);

export const useTell = () => useContext(Telling);

export function Told({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('');
  const tell = useCallback((said: string) => setWords(said), []);
  useEffect(() => {
    if (words === '') return;
    const timer = setTimeout(() => setWords(''), STAYS_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <Telling value={tell}>
      {children}
      <div className="told" role="status">
        {words}
      </div>
    </Telling>
  );
}
