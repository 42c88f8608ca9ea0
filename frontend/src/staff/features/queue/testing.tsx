/** Shows a page of this feature with its address in memory, for tests. */

import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { newQueryClient } from '@/lib/queries';
import { Theme } from '../../ui/Theme';
import type { Kind } from './items';

interface Search {
  kind?: Kind | undefined;
  item?: string | undefined;
}

type Page = (search: Search, onSearch: (search: Search) => void) => ReactNode;

export function shown(page: Page) {
  const history = createMemoryHistory();
  const router = createRouter({ routeTree: createRootRoute(), history });
  return render(
    <QueryClientProvider client={newQueryClient()}>
      <RouterContextProvider router={router}>
        <Theme>
          <WithSearch page={page} />
        </Theme>
      </RouterContextProvider>
    </QueryClientProvider>,
  );
}

function WithSearch({ page }: { page: Page }) {
  const [search, setSearch] = useState<Search>({});
  return page(search, setSearch);
}
