/** Where a household lives: estate, building and door. */

import { $api } from '@/api';

export function HouseholdName({ id }: { id: string }) {
  const household = $api.useQuery('get', '/api/v1/households/{id}', { params: { path: { id } } });
  const buildings = $api.useQuery('get', '/api/v1/buildings', { params: { query: { limit: 200 } } });
  const building = buildings.data?.items.find((one) => one.id === household.data?.building_id);
  return [building?.estate, building?.name, household.data?.door].filter(Boolean).join(' ');
}
