/** The staff desk: what the browser starts. */

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from '@/api';
import { startLanguages } from '@/i18n';
import { newQueryClient } from '@/lib/queries';
import { newRouter } from './router';
import { Theme } from './ui/Theme';
import './staff.css';

const queries = newQueryClient();
const router = newRouter(queries);

session.onEnd(() => {
  queries.clear();
  const next = router.state.location.href;
  void router.navigate({ to: '/sign-in', search: { next } });
});

await startLanguages(['common', 'staff']);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Theme>
        <RouterProvider router={router} />
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
);
