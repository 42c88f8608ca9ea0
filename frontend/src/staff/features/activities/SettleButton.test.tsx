/** What settling shows stays on screen. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { Activity, Settlement } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { SettleButton } from './SettleButton';

const closed: Activity = {
  id: 'a1',
  team_id: 't1',
  team_name: '义剪队',
  title: '老人义剪',
  description: '',
  category: 'special_care',
  beneficiary: 'old_people',
  place: '暖心吧',
  rule_code: 'VOLUNTEER',
  recruit: 'open',
  state: 'closed',
  starts_at: '2026-11-22T01:00:00Z',
  ends_at: '2026-11-22T03:00:00Z',
  created_at: '2026-11-01T00:00:00Z',
  shifts: [],
};

const settlement: Settlement = {
  activity: { ...closed, state: 'settled' },
  awarded: 1,
  not_awarded: 1,
  total_points: 4,
  results: [
    { attendance_id: 'x', resident_id: 'r1', points: 4, explanation: '每小时 2 分 × 120 分钟 ÷ 60 = 4 分' },
    { attendance_id: 'y', resident_id: 'r2', points: 0, explanation: '已达本日上限 6 分' },
  ],
};

/** As on the page: what the server says of the activity takes the place of what was known. */
function Settling() {
  const [activity, setActivity] = useState(closed);
  return (
    <>
      <SettleButton activity={activity} />
      <button type="button" onClick={() => setActivity(settlement.activity)}>
        later
      </button>
    </>
  );
}

it('shows what each earned and why, also once the activity is known to be settled', async () => {
  server.use(
    http.post('*/api/v1/activities/a1/settle', () => HttpResponse.json(settlement)),
    http.get('*/api/v1/residents/:id', ({ params }) =>
      HttpResponse.json({ name: params.id === 'r1' ? '李娟' : '何强' }),
    ),
  );
  await showAtDesk(<Settling />);
  await userEvent.click(await screen.findByRole('button', { name: '结算积分' }));
  await userEvent.click(await screen.findByRole('button', { name: '确定' }));
  expect(await screen.findByText('1 人得分，共 4 分；1 人未得分。')).toBeInTheDocument();
  await userEvent.click(screen.getByText('later'));
  expect(screen.queryByRole('button', { name: '结算积分' })).not.toBeInTheDocument();
  expect(screen.getByText('每小时 2 分 × 120 分钟 ÷ 60 = 4 分')).toBeInTheDocument();
  expect(await screen.findByText('何强')).toBeInTheDocument();
});
