/** The name of a store, where an answer has its identifier only. */

import { $api } from '@/api';

export function StoreName({ id }: { id: string }) {
  const stores = $api.useQuery('get', '/api/v1/stores', { params: { query: { limit: 200 } } });
  return stores.data?.items.find((store) => store.id === id)?.name ?? '…';
}
