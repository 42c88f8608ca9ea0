/** A figure says why it is what it is. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import type { ResidentTransfer } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { HistoryTab } from './HistoryTab';

const award: ResidentTransfer = {
  id: 't1',
  amount: 4,
  code: 'earn',
  posted_at: '2026-11-22T10:00:00Z',
  deed_on: '2026-11-22',
  text: '清洁家园：4 分',
  cause: { kind: 'attendance', id: 'a1' },
  parts: [{ points: 4, lapses_on: '2027-12-31' }],
  explanation: {
    kind: 'award',
    rule_code: 'CLEAN',
    rule_title: '清洁家园',
    version: 1,
    basis: 'hour',
    unit: 'resident',
    rate: 2,
    minutes: 180,
    factors: [{ kind: 'hardship', percent: 150 }],
    computed: 9,
    cut: { scope: 'rule', period: 'day', cap: 6, used: 2 },
    awarded: 4,
    left: [{ scope: 'rule', period: 'day', points: 0 }],
  },
};

it('says how an award came to its figure, and which cap cut it', async () => {
  server.use(
    http.get('*/api/v1/residents/r1/transfers', () => HttpResponse.json({ items: [award], next_cursor: null })),
  );
  await showAtDesk(<HistoryTab id="r1" cursor={undefined} onPage={() => {}} />);
  expect(await screen.findByText('清洁家园：4 分')).toBeVisible();
  expect(screen.getByText('+4')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '展开行' }));
  expect(screen.getByText('2 分/小时 × 180 分钟 × 艰苦条件 150% ＝ 9 分')).toBeVisible();
  expect(screen.getByText('本事项当天上限 6 分，已得 2 分')).toBeVisible();
  expect(screen.getByText('4 分 2027/12/31 到期')).toBeVisible();
});
