/** The paper of a voucher: the whole code, a masked name, printed once all is there, and never in vain. */

import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw/http';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Store, Voucher } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { VoucherSlipPage } from './VoucherSlipPage';

const voucher: Voucher = {
  id: 'v1',
  code: '69X98EM8',
  state: 'held',
  resident_id: 'r1',
  offer_id: 'o1',
  offer_title: '健身五次卡',
  partner_id: 'p1',
  partner_name: '众康健身',
  terms: { kind: 'free_item', item: '健身一次' },
  price_points: 45,
  uses: 5,
  used: 2,
  hours: [],
  stores: ['near'],
  taken_at: '2026-03-01T01:00:00Z',
  expires_at: '2026-03-15T02:57:00Z',
};

const store = (id: string, name: string): Store => ({
  id,
  partner_id: 'p1',
  name,
  address: `${name}旁`,
  state: 'open',
  hours: [],
});

const print = vi.fn();

function answered(found: Voucher, before = Promise.resolve()) {
  server.use(
    http.get('*/api/v1/vouchers/v1', () => HttpResponse.json(found)),
    http.get('*/api/v1/me', () => HttpResponse.json({ name: '李晓敏', community_name: '普安社区' })),
    http.get('*/api/v1/residents/r1', () => HttpResponse.json({ id: 'r1', name: '闻人桂英' })),
    http.get('*/api/v1/stores', async () => {
      await before;
      return HttpResponse.json({ items: [store('near', '花山店'), store('far', '藏龙岛店')], next_cursor: null });
    }),
  );
}

beforeEach(() => {
  print.mockClear();
  vi.stubGlobal('print', print);
});

it('prints the code, until when, how often and where, and no more of the name than is needed', async () => {
  let goOn = () => {};
  const before = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  answered(voucher, before);
  await showAtDesk(<VoucherSlipPage id="v1" />);
  await screen.findByRole('button', { name: '打印' });
  expect(print).not.toHaveBeenCalled();
  goOn();
  expect(await screen.findByText('69X9 8EM8')).toBeInTheDocument();
  expect(screen.getByText('2026/03/15 10:57 前有效')).toBeInTheDocument();
  expect(screen.getByText('3', { exact: true })).toBeInTheDocument();
  expect(screen.getByText('闻*英')).toBeInTheDocument();
  expect(screen.queryByText('闻人桂英')).not.toBeInTheDocument();
  expect(screen.getByText(/花山店旁/)).toBeInTheDocument();
  expect(screen.queryByText(/藏龙岛店/)).not.toBeInTheDocument();
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1));
});

it('prints nothing of a voucher that was used up', async () => {
  answered({ ...voucher, state: 'confirmed' });
  await showAtDesk(<VoucherSlipPage id="v1" />);
  expect(await screen.findByText('这张券不能再用，不必打印。')).toBeInTheDocument();
  expect(screen.queryByText('69X9 8EM8')).not.toBeInTheDocument();
  expect(print).not.toHaveBeenCalled();
});
