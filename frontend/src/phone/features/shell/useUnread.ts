/** How many notices the resident has not read; a hundred or more are one hundred. */

import { $api } from '@/api';

const MOST = 100;

export function useUnread(): number {
  const { data } = $api.useQuery('get', '/api/v1/notices', { params: { query: { unread: true, limit: MOST } } });
  return data?.items.length ?? 0;
}

/** The number as a badge shows it. */
export const badgeOf = (unread: number) => (unread >= MOST ? `${MOST - 1}+` : String(unread));
