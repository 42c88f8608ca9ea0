/** The counter's order: placed once, handed over once, whatever happens in between. */

import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import { HttpResponse, http } from 'msw/http';
import { createRef } from 'react';
import { expect, it, vi } from 'vitest';
import type { Order, Reward } from '@/api';
import { newQueryClient } from '@/lib/queries';
import { server } from '@/testing/server';
import { Checkout } from './Checkout';

const oil: Reward = {
  id: 'oil',
  name: '食用油',
  description: '',
  kind: 'goods',
  age_group: 'all',
  price_points: 64,
  stock: 5,
  reserved: 0,
  left: 5,
  state: 'on_shelf',
  low: false,
};

const order: Order = {
  id: 'order',
  code: 'B2KKN9U9',
  resident_id: 'resident',
  state: 'held',
  kind: 'goods',
  lines: [{ reward_id: 'oil', reward_name: '食用油', quantity: 1, unit_points: 64 }],
  total_points: 64,
  placed_by: 'staff',
  on_behalf: true,
  placed_at: '2026-03-01T01:00:00Z',
  expires_at: '2026-03-15T16:00:00Z',
};

const problem = (kind: string, detail: string) =>
  HttpResponse.json(
    { type: `/problems/${kind}`, kind, status: 409, title: kind, title_en: kind, detail },
    { status: 409 },
  );

function shown(onDone: (order: Order) => void) {
  const onPlaced = vi.fn();
  const onBasket = vi.fn();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App>
        <Checkout
          button={createRef()}
          residentId="resident"
          rewards={[oil]}
          basket={{ oil: 1 }}
          onBasket={onBasket}
          spendable={36}
          pooled={false}
          onPooled={() => {}}
          onPlaced={onPlaced}
          onDone={onDone}
        />
      </App>
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), onPlaced, onBasket };
}

it('gives an order that could not be handed over to the open ones, and does not place it again', async () => {
  const placed = vi.fn();
  server.use(
    http.post('*/api/v1/orders', async ({ request }) => {
      placed(await request.json());
      return HttpResponse.json(order, { status: 201 });
    }),
    http.post('*/api/v1/orders/order/pick-up', () => problem('wrong-state', '请稍后再试')),
  );
  const onDone = vi.fn();
  const { user, onPlaced, onBasket } = shown(onDone);
  await user.click(await screen.findByRole('button', { name: /下单并交付$/ }));
  expect(await screen.findByText('请稍后再试')).toBeInTheDocument();
  expect(placed).toHaveBeenCalledWith(expect.objectContaining({ resident_id: 'resident', pooled: false }));
  expect(onPlaced).toHaveBeenCalledWith(order);
  expect(onBasket).toHaveBeenCalledWith({});
  expect(onDone).not.toHaveBeenCalled();
});

it('asks for a reason on a day on which the counter is closed, and goes on with it', async () => {
  const reasons: unknown[] = [];
  server.use(
    http.post('*/api/v1/orders', async ({ request }) => {
      const body = (await request.json()) as { override_reason?: string };
      reasons.push(body.override_reason);
      return body.override_reason === undefined
        ? problem('counter-closed', '今天不是兑换日')
        : HttpResponse.json(order, { status: 201 });
    }),
    http.post('*/api/v1/orders/order/pick-up', () => HttpResponse.json({ ...order, state: 'picked_up' })),
  );
  const onDone = vi.fn();
  const { user } = shown(onDone);
  await user.click(await screen.findByRole('button', { name: /下单并交付$/ }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('今天不是兑换日');
  await user.type(screen.getByLabelText('今天不开放仍要办理的原因'), '老人腿脚不便');
  await user.click(within(dialog).getByRole('button', { name: /下单并交付$/ }));
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(reasons).toEqual([undefined, '老人腿脚不便']);
});
