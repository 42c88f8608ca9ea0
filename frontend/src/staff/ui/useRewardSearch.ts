/** Which rewards of a list on screen the server finds by what is typed: any part of a name, or its pinyin initials. */

import { keepPreviousData } from '@tanstack/react-query';
import { $api, type Reward } from '@/api';
import { useDelayed } from '@/lib/useDelayed';

/** More than any supermarket has. */
const LIMIT = 200;

/** `isFound` says of a reward whether it is looked for: each is while nothing is typed. `settled`: that is the answer to what is
 * typed by now. */
export function useRewardSearch(typed: string): { isFound: (reward: Reward) => boolean; settled: boolean } {
  const search = useDelayed(typed.trim());
  const { data, isPlaceholderData } = $api.useQuery(
    'get',
    '/api/v1/rewards',
    { params: { query: { search, limit: LIMIT } } },
    { enabled: search !== '', placeholderData: keepPreviousData },
  );
  if (search === '' || data === undefined) return { isFound: () => true, settled: typed.trim() === '' };
  const found = new Set(data.items.map(({ id }) => id));
  return { isFound: ({ id }) => found.has(id), settled: search === typed.trim() && !isPlaceholderData };
}
