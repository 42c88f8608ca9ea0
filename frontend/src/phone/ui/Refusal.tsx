/** Why a command was not carried out, or that no answer came; nothing as long as nothing went wrong. */

import { useSentence } from './useSentence';

export function Refusal({ error }: { error: unknown }) {
  const sentence = useSentence();
  if (!error) return null;
  return (
    <p className="note" data-tone="bad" role="alert">
      {sentence(error)}
    </p>
  );
}
