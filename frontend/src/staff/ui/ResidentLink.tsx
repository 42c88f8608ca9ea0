/** The name of a resident, leading to the resident; asked for where an answer has the identifier only. */

import { Link } from '@tanstack/react-router';
import { $api } from '@/api';

export function ResidentLink({ id, name }: { id: string; name?: string | null | undefined }) {
  const known = name ?? undefined;
  const resident = $api.useQuery(
    'get',
    '/api/v1/residents/{id}',
    { params: { path: { id } } },
    { enabled: known === undefined, staleTime: 300_000 },
  );
  const to: string = `/residents/${id}`;
  return <Link to={to}>{known ?? resident.data?.name ?? '…'}</Link>;
}
