/** Booking a service at the counter: only slots with free seats can be chosen, and the order names the one that was. */

import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import { HttpResponse, http } from 'msw/http';
import { expect, it, vi } from 'vitest';
import type { Reward, Slot } from '@/api';
import { newQueryClient } from '@/lib/queries';
import { server } from '@/testing/server';
import { BookService } from './BookService';

const haircut: Reward = {
  id: 'haircut',
  name: '义剪',
  description: '',
  kind: 'service',
  age_group: 'all',
  price_points: 4,
  stock: 0,
  reserved: 0,
  left: 0,
  state: 'on_shelf',
  low: false,
};

const slot = (id: string, seats_left: number, state: Slot['state'] = 'open'): Slot => ({
  id,
  starts_at: '2099-03-01T01:00:00Z',
  ends_at: '2099-03-01T03:00:00Z',
  seats: 12,
  seats_left,
  state,
});

it('orders one of the service, in the slot that was chosen among those with free seats', async () => {
  const items = [slot('full', 0), slot('cancelled', 5, 'cancelled'), slot('free', 3)];
  const placed = vi.fn();
  server.use(
    http.get('*/api/v1/rewards/haircut/slots', () => HttpResponse.json({ items, next_cursor: null })),
    http.post('*/api/v1/orders', async ({ request }) => {
      placed(await request.json());
      return HttpResponse.json({ id: 'order' }, { status: 201 });
    }),
  );
  const user = userEvent.setup();
  const onDone = vi.fn();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App>
        <BookService service={haircut} residentId="resident" available={8} onClose={() => {}} onDone={onDone} />
      </App>
    </QueryClientProvider>,
  );
  const only = await screen.findByRole('radio');
  const book = screen.getByRole('button', { name: /^预\s?约$/ });
  expect(book).toBeDisabled();
  await user.click(only);
  await user.click(book);
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith({ id: 'order' }));
  expect(placed).toHaveBeenCalledWith({
    resident_id: 'resident',
    lines: [{ reward_id: 'haircut', quantity: 1, slot_id: 'free' }],
    pooled: false,
  });
});
