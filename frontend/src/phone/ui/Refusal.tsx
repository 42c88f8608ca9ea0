/** Why a command was not carried out, or that no answer came; nothing as long as nothing went wrong. */

import { problemOf } from '@/api';
import { useSentence } from './useSentence';

export function Refusal({ error }: { error: unknown }) {
  const sentence = useSentence();
  if (!error) return null;
  const words = sentence(error);
  const places = problemOf(error)?.errors?.filter(({ detail }) => !words.includes(detail)) ?? [];
  return (
    <div className="note" data-tone="bad" role="alert">
      <p>{words}</p>
      {places.map(({ field, detail }) => (
        <p key={field}>{detail}</p>
      ))}
    </div>
  );
}
