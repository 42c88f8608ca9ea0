/** Where a household lives: estate, building and door. */

import { $api } from '@/api';
import { useBuilding } from './useBuilding';

export function HouseholdName({ id }: { id: string }) {
  const { data } = $api.useQuery(
    'get',
    '/api/v1/households/{id}',
    { params: { path: { id } } },
    { staleTime: 300_000 },
  );
  const building = useBuilding(data?.building_id);
  return data && building ? `${building.estate} ${building.name} ${data.door}` : '…';
}
