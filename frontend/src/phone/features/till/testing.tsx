/** What tests of the till share: a store, a voucher, and the till's surroundings. */

import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Confirmation, PresentedVoucher } from '@/api';
import { newQueryClient } from '@/lib/queries';
import { Told } from '../../ui/Told';
import { StoreChosen } from '../shell/stores';
import { Attempts } from './Attempts';

export const API = 'http://linli.test/api/v1';
export const CODE = '7G2K9QXM';

const STORE = '惠民鲜生花山店';

/** A voucher whose bill was not said yet. */
export const voucher: PresentedVoucher = {
  code: CODE,
  expires_at: '2026-12-07T16:00:00Z',
  hours: [],
  offer_title: '生鲜满 60 减 20',
  partner_name: '惠民鲜生',
  price_points: 15,
  resident_name: '蔡**',
  state: 'held',
  stores: [{ store_id: 's1', store_name: STORE }],
  terms: { kind: 'spend_and_save', min_spend_fen: 6000, save_fen: 2000 },
  used: 0,
  uses: 1,
  voucher_id: 'v1',
};

/** Confirmed just now. The sum is the server's, which no arithmetic of the client gives. */
export const confirmed = (): Confirmation => ({
  id: 'c1',
  code: CODE,
  voucher_id: 'v1',
  voucher_state: 'confirmed',
  resident_name: '蔡**',
  offer_title: voucher.offer_title,
  store_id: 's1',
  cashier_id: 'u1',
  bill_fen: 6000,
  discount_fen: 2000,
  to_collect_fen: 4001,
  price_points: 15,
  spent_points: 15,
  uses: 1,
  used: 1,
  confirmed_at: new Date().toISOString(),
  undo_until: new Date(Date.now() + 3_600_000).toISOString(),
});

/** Shows something as the cashier `u1` sees it in the store `s1`. */
export function openAtTill(content: ReactNode) {
  const store = { id: 's1', partner_id: 'p1', name: STORE, address: '', state: 'open', hours: [] } as const;
  const component = () => (
    <StoreChosen value={{ store: { ...store, hours: [] }, change: undefined }}>
      <Attempts user="u1">{content}</Attempts>
    </StoreChosen>
  );
  const router = createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Told>
        <RouterProvider router={router as never} />
      </Told>
    </QueryClientProvider>,
  );
}
