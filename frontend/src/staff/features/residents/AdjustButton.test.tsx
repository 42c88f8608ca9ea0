/** Correcting a wallet: what is sent, and what is said to each answer. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import type { Adjustment, Resident } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { AdjustButton } from './AdjustButton';

const resident: Resident = {
  id: 'r1',
  name: '王秀英',
  card_code: '7G2K9QXM',
  household_id: 'h1',
  state: 'active',
};

const proposed: Adjustment = {
  id: 'a1',
  resident_id: 'r1',
  resident_name: '王秀英',
  points: -80,
  reason: '重复入账',
  state: 'proposed',
  proposed_at: '2026-11-22T00:00:00Z',
  proposed_by: 'u',
  proposed_by_name: '李明',
};

const fill = async () => {
  await userEvent.click(await screen.findByRole('button', { name: '调整积分' }));
  await userEvent.click(await screen.findByRole('radio', { name: '扣回' }));
  await userEvent.type(screen.getByLabelText('积分'), '80');
  await userEvent.type(screen.getByLabelText('原因（居民看得到）'), '重复入账');
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
};

it('takes points with a sign, and says that a second person is waited for', async () => {
  let asked: unknown;
  server.use(
    http.get('*/api/v1/community', () => HttpResponse.json({ adjustment_limit: 50 })),
    http.post('*/api/v1/adjustments', async ({ request }) => {
      asked = await request.json();
      return HttpResponse.json(proposed, { status: 202 });
    }),
  );
  await showAtDesk(<AdjustButton resident={resident} />);
  await fill();
  expect(await screen.findByText(/超过一人办理的限额，积分还没有变动/)).toBeInTheDocument();
  expect(screen.queryByText('已入账')).not.toBeInTheDocument();
  expect(asked).toEqual({ resident_id: 'r1', points: -80, reason: '重复入账' });
});

it('shows the words of the server when it refuses', async () => {
  server.use(
    http.get('*/api/v1/community', () => HttpResponse.json({ adjustment_limit: 50 })),
    http.post('*/api/v1/adjustments', () =>
      HttpResponse.json(
        {
          type: '/problems/not-enough-points',
          kind: 'not-enough-points',
          title: '积分不足',
          title_en: 'Not enough',
          status: 409,
        },
        { status: 409 },
      ),
    ),
  );
  await showAtDesk(<AdjustButton resident={resident} />);
  await fill();
  expect(await screen.findByText('积分不足')).toBeInTheDocument();
});
