import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18n from 'i18next';
import { HttpResponse, http } from 'msw/http';
import { expect, it, vi } from 'vitest';
import { newQueryClient } from '@/lib/queries';
import { server } from '@/testing/server';
import { StoreChoice, useStore } from './stores';

vi.mock('./useMe', () => ({ useMe: () => ({ me: { store_ids: ['s1', 's2'] } }) }));

const storeOf = (id: string) => ({ id, name: `门店 ${id}`, partner_id: 'p1', address: '', hours: [] });

const Where = () => <p>现在在 {useStore().store.name}</p>;

function open() {
  const component = () => (
    <StoreChoice>
      <Where />
    </StoreChoice>
  );
  const router = createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}

it('asks for the store once when there are several, and remembers it', async () => {
  localStorage.clear();
  await i18n.loadNamespaces('phone-till');
  server.use(http.get('*/api/v1/stores/:id', ({ params }) => HttpResponse.json(storeOf(String(params.id)))));
  open();
  expect(await screen.findByRole('button', { name: '门店 s1' })).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: '门店 s2' }));
  expect(await screen.findByText('现在在 门店 s2')).toBeVisible();
  cleanup();
  open();
  expect(await screen.findByText('现在在 门店 s2')).toBeVisible();
});
