/** Where a household lives: estate, building and door. */

import { $api } from '@/api';
import { usePlaces } from './usePlaces';

export function HouseholdName({ id }: { id: string }) {
  const { buildingName } = usePlaces();
  const { data } = $api.useQuery(
    'get',
    '/api/v1/households/{id}',
    { params: { path: { id } } },
    { staleTime: 300_000 },
  );
  return data ? `${buildingName(data.building_id)} ${data.door}` : '…';
}
