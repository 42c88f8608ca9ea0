/** Where a household lives, leading to it. */

import { Link } from '@tanstack/react-router';
import { $api } from '@/api';
import { usePlaces } from './usePlaces';

export function HouseholdLink({ id }: { id: string }) {
  const { buildingName } = usePlaces();
  const household = $api.useQuery(
    'get',
    '/api/v1/households/{id}',
    { params: { path: { id } } },
    { staleTime: 300_000 },
  );
  const words = household.data ? `${buildingName(household.data.building_id)} ${household.data.door}` : '…';
  return (
    <Link to="/households/$id" params={{ id }}>
      {words}
    </Link>
  );
}
