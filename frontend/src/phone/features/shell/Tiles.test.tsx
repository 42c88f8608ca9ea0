import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18n from 'i18next';
import { beforeEach, expect, it, vi } from 'vitest';
import { setLarge } from './large';
import { Tiles } from './Tiles';

const person = { isResident: true, isLeader: false, isBlockHead: false };
vi.mock('./useMe', () => ({ useMe: () => person }));

const links = () => screen.getAllByRole('link').map((link) => link.textContent);

beforeEach(async () => {
  await i18n.loadNamespaces('phone-home');
  const router = createRouter({ routeTree: createRootRoute({ component: Tiles }), history: createMemoryHistory() });
  render(<RouterProvider router={router as never} />);
  await screen.findByRole('link', { name: '我的券' });
});

it('shows everything that a resident can do', () => {
  expect(links()).toEqual([
    '我的券',
    '我的兑换',
    '好事申报',
    '会员卡',
    '志愿队伍',
    '心愿征集',
    '赠送积分',
    '我的荣誉',
    '家庭守约',
  ]);
});

it('puts what is needed less behind one word with large type, and leaves nothing out', async () => {
  const all = links();
  setLarge(true);
  const more = await screen.findByText('更多功能');
  expect(screen.getByText('家庭守约')).not.toBeVisible();
  await userEvent.click(more);
  expect(screen.getByText('家庭守约')).toBeVisible();
  expect(links()).toEqual(all);
  setLarge(false);
});
