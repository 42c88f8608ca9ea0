/** Addresses of the phone: files under `routes`, all below `/phone`. */

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
    basepath: '/phone',
    context: { queries },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Failure,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
