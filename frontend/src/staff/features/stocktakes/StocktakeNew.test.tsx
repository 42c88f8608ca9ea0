/** Taking stock: what differs is shown before it is booked, and goods that moved meanwhile are told. */

import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import { HttpResponse, http } from 'msw/http';
import { expect, it, vi } from 'vitest';
import type { Reward } from '@/api';
import { newQueryClient } from '@/lib/queries';
import { server } from '@/testing/server';
import { StocktakeNew } from './StocktakeNew';

const reward = (id: string, name: string, stock: number): Reward => ({
  id,
  name,
  description: '',
  kind: 'goods',
  age_group: 'all',
  price_points: 10,
  stock,
  reserved: 0,
  left: stock,
  state: 'on_shelf',
  low: false,
});

async function counting(rewards: Reward[], onBooked = vi.fn()) {
  server.use(http.get('*/api/v1/rewards', () => HttpResponse.json({ items: rewards, next_cursor: null })));
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App>
        <StocktakeNew onBooked={onBooked} />
      </App>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('彩笔的实盘数'), '4');
  await user.click(screen.getByRole('button', { name: '核对差异' }));
  return { user, onBooked, dialog: within(await screen.findByRole('dialog')) };
}

const rewards = [reward('pens', '彩笔', 5), reward('ropes', '跳绳', 3)];

it('shows what differs and what was not counted, then books what was counted', async () => {
  const sent = vi.fn();
  server.use(
    http.post('*/api/v1/stocktakes', async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json({ id: 'taken', lines: [], note: '' }, { status: 201 });
    }),
  );
  const { user, onBooked, dialog } = await counting(rewards);
  expect(dialog.getByRole('row', { name: '彩笔 5 4 −1' })).toBeInTheDocument();
  expect(dialog.getByText('还有 1 种没有盘，账面保持不变。')).toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: '确认入账' }));
  await vi.waitFor(() => expect(onBooked).toHaveBeenCalledWith('taken'));
  expect(sent).toHaveBeenCalledWith({ note: '', counts: [{ reward_id: 'pens', counted: 4, booked: 5 }] });
});

it('offers the new figures when goods moved during the count', async () => {
  const body = {
    kind: 'stock-moved',
    status: 409,
    title: '货物有进出',
    title_en: 'Stock moved',
    type: '/problems/stock-moved',
  };
  server.use(http.post('*/api/v1/stocktakes', () => HttpResponse.json(body, { status: 409 })));
  const { user, onBooked, dialog } = await counting(rewards);
  await user.click(dialog.getByRole('button', { name: '确认入账' }));
  expect(await dialog.findByText('货物有进出')).toBeInTheDocument();
  expect(screen.getByText(/盘点期间有货物进出/)).toBeInTheDocument();
  expect(onBooked).not.toHaveBeenCalled();
});

it('narrows the sheet to what is looked for, and keeps what was counted', async () => {
  server.use(
    http.get('*/api/v1/rewards', ({ request }) => {
      const search = new URL(request.url).searchParams.get('search');
      return HttpResponse.json({ items: search === 'ts' ? rewards.slice(1) : rewards, next_cursor: null });
    }),
  );
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App>
        <StocktakeNew onBooked={vi.fn()} />
      </App>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('彩笔的实盘数'), '4');
  await user.type(screen.getByLabelText('按名称或拼音首字母查找'), 'ts');
  await vi.waitFor(() => expect(screen.queryByLabelText('彩笔的实盘数')).not.toBeInTheDocument());
  expect(screen.getByLabelText('跳绳的实盘数')).toBeInTheDocument();
  expect(screen.getByText('已盘 1 / 2 种')).toBeInTheDocument();
});
