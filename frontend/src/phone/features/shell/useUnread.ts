/** How many notices the resident has not read; nobody else has any. */

import { $api } from '@/api';
import { useMe } from './useMe';

/** The most that a badge has room for. */
const MOST = 99;

export function useUnread(): number {
  const { isResident } = useMe();
  const { data } = $api.useQuery('get', '/api/v1/notices/unread', {}, { enabled: isResident });
  return data?.unread ?? 0;
}

/** The number as a badge shows it. */
export const badgeOf = (unread: number) => (unread > MOST ? `${MOST}+` : String(unread));
