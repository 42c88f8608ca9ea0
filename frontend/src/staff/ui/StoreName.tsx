/** The name of a store, where an answer has its identifier only. */

import { $api } from '@/api';

export function StoreName({ id }: { id: string }) {
  const store = $api.useQuery('get', '/api/v1/stores/{id}', { params: { path: { id } } }, { staleTime: 300_000 });
  return store.data?.name ?? '…';
}
