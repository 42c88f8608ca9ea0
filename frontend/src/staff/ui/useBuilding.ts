/** One building, where an answer has its identifier only. */

import { $api } from '@/api';

export function useBuilding(id: string | undefined) {
  const { data } = $api.useQuery(
    'get',
    '/api/v1/buildings/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined, staleTime: 300_000 },
  );
  return data;
}
