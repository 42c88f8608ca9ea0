/** The name of a resident, where an answer has the identifier only. */

import { $api } from '@/api';

export function ResidentName({ id }: { id: string }) {
  const resident = $api.useQuery('get', '/api/v1/residents/{id}', { params: { path: { id } } });
  return resident.data?.name ?? '…';
}
