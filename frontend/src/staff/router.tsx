/** Addresses of the desk: files under `routes`, all below `/staff`. */

import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { routeTree } from './routeTree.gen';
import { Failure } from './ui/Failure';
import { Loading } from './ui/Loading';
import { NotFound } from './ui/NotFound';

export interface Context {
  queries: QueryClient;
}

export const newRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    basepath: '/staff',
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: () => (
      <main>
        <NotFound />
      </main>
    ),
    defaultErrorComponent: Failure,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
