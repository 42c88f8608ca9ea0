/** What staff are told about the last verification. */

import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import type { Verification } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { LastVerification } from './LastVerification';

const HOUR_MS = 3_600_000;

const verification = (hoursAgo: number, drift: number): Verification => ({
  id: 'v1',
  began_at: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString(),
  took_ms: 812,
  rows: 123_456,
  drift,
  differences: [],
  occasion: 'night',
});

const show = (items: Verification[]) => {
  server.use(http.get('*/api/v1/verifications', () => HttpResponse.json({ items, next_cursor: null })));
  return showAtDesk(<LastVerification />);
};

it('says that all is well', async () => {
  await show([verification(9, 0)]);
  expect(await screen.findByText(/查了 123,456 条记录，无差异/)).toBeInTheDocument();
  expect(screen.queryByText(/系统管理员/)).not.toBeInTheDocument();
});

it('says how much does not add up, and whom to call', async () => {
  await show([verification(9, 3)]);
  expect(await screen.findByText(/有 3 处对不上/)).toBeInTheDocument();
  expect(screen.getByText(/马上联系系统管理员/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看差异' })).toBeInTheDocument();
});

it('says that nobody has looked for too long', async () => {
  await show([verification(50, 0)]);
  expect(await screen.findByText(/已经超过两天没有核对/)).toBeInTheDocument();
});

it('says that nothing was verified yet', async () => {
  await show([]);
  expect(await screen.findByText(/还没有核对过/)).toBeInTheDocument();
});
