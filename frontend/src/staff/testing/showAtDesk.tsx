/** Shows a part of the desk as the desk does: with the cache of answers, the theme, addresses, and who is signed in. */

import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterContextProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Me } from '@/api';
import { newQueryClient } from '@/lib/queries';
import { Theme } from '../ui/Theme';

const me: Me = {
  user_id: 'u',
  community_id: 'c',
  community_name: '普安社区',
  name: '李明',
  roles: ['staff'],
  building_ids: [],
  partner_ids: [],
  store_ids: [],
  team_ids: [],
};

export async function showAtDesk(part: ReactNode) {
  const root = createRootRoute({ component: Outlet });
  const desk = createRoute({ getParentRoute: () => root, id: '_desk', beforeLoad: () => ({ me }) });
  const page = createRoute({ getParentRoute: () => desk, path: '$', component: () => part });
  const router = createRouter({
    routeTree: root.addChildren([desk.addChildren([page])]),
    history: createMemoryHistory({ initialEntries: ['/here'] }),
  });
  await router.load();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Theme>
        <RouterContextProvider router={router}>{part}</RouterContextProvider>
      </Theme>
    </QueryClientProvider>,
  );
  return router;
}
