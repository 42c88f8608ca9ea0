/** The cache of answers. A command that was carried out may have changed anything: everything on screen is asked again. */

import { MutationCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from '@/api';

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({ onSuccess: () => client.invalidateQueries() }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // The server's no stays a no; a lost connection is tried again.
        retry: (count, error) => !isProblem(error) && count < 2,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
