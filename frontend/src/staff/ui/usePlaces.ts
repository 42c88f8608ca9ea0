/** Grids and buildings of the community with their names, for lists that have identifiers only. */

import { $api } from '@/api';
import { byCursor, useWhole } from '@/lib/whole';

const ALL = { params: { query: { limit: 200 } } };

export function usePlaces() {
  const grids = useWhole($api.useInfiniteQuery('get', '/api/v1/grids', ALL, byCursor)).soFar;
  const buildings = useWhole($api.useInfiniteQuery('get', '/api/v1/buildings', ALL, byCursor)).soFar;
  return {
    grids,
    buildings: buildings.toSorted((a, b) => inOrder(`${a.estate} ${a.name}`, `${b.estate} ${b.name}`)),
    gridName: (id: string) => grids.find((grid) => grid.id === id)?.name ?? '',
    buildingName: (id: string) => {
      const building = buildings.find((one) => one.id === id);
      return building ? `${building.estate} ${building.name}` : '';
    },
  };
}

/** By name as people count: 2 before 10. */
export const inOrder = (a: string, b: string) => a.localeCompare(b, 'zh-CN', { numeric: true });
