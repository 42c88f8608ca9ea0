/** The phone of residents, leaders and cashiers: what the browser starts. */

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from '@/api';
import { startLanguages } from '@/i18n';
import { newQueryClient } from '@/lib/queries';
import { showLarge } from './features/shell/large';
import { NewVersion } from './features/shell/NewVersion';
import { newRouter } from './router';
import { Told } from './ui/Told';
import './phone.css';

showLarge();

const queries = newQueryClient();
const router = newRouter(queries);

session.onEnd(() => {
  queries.clear();
  void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
});

await startLanguages(['common', 'phone']);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Told>
        <RouterProvider router={router} />
        <NewVersion />
      </Told>
    </QueryClientProvider>
  </StrictMode>,
);
