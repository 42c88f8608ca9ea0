/** Decides about things one after another, and remembers what the server said to each. */

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTold } from '../../ui/useTold';
import { decide } from './decide';
import type { Item, Verb } from './items';

export interface Outcome {
  item: Item;
  error: unknown;
  /** What the server said against it; nothing if it is done. */
  refusal: string | undefined;
}

export function useDecisions() {
  const told = useTold();
  const [refusals, setRefusals] = useState<Record<string, string | undefined>>({});
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const mutation = useMutation({
    mutationFn: async ({ verb, items, note }: { verb: Verb; items: Item[]; note: string }) => {
      const results: Outcome[] = [];
      for (const item of items) {
        const error = await decide(item, verb, note).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        results.push({ item, error, refusal: error === undefined ? undefined : told.sentence(error) });
      }
      return results;
    },
  });

  /** What became of each; those of several are shown in a list of their own. */
  const run = async (verb: Verb, items: Item[], note: string): Promise<Outcome[]> => {
    const results = await mutation.mutateAsync({ verb, items, note });
    setRefusals((before) => ({
      ...before,
      ...Object.fromEntries(results.map(({ item, refusal }) => [item.id, refusal])),
    }));
    if (items.length > 1) setOutcomes(results);
    return results;
  };
  return { run, busy: mutation.isPending, refusals, outcomes, forget: () => setOutcomes([]) };
}
