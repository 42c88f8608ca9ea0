/** A ballot in a resident's place: no more than may be chosen, something at least, and only while the poll is open. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it, vi } from 'vitest';
import type { Resident, WishPoll } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { VoteButton } from './VoteButton';

const voter: Resident = { id: 'r1', name: '王秀英', card_code: '7G2K9QXM', household_id: 'h1', state: 'active' };

const poll: WishPoll = {
  id: 'w1',
  title: '采购心愿',
  state: 'open',
  choices: 1,
  opens_at: '2026-03-01T01:00:00Z',
  closes_at: '2099-03-01T01:00:00Z',
  candidates: [
    { id: 'c1', name: '放大镜', age_group: 'seniors' },
    { id: 'c2', name: '五号电池', age_group: 'all' },
  ],
  ballots: 0,
};

async function voting() {
  const cast = vi.fn();
  server.use(
    http.get('*/api/v1/residents', () => HttpResponse.json({ items: [voter], next_cursor: null })),
    http.get('*/api/v1/residents/r1', () => HttpResponse.json(voter)),
    http.put('*/api/v1/wish-polls/w1/ballot', async ({ request }) => {
      cast(await request.json());
      return HttpResponse.json({});
    }),
  );
  await showAtDesk(<VoteButton poll={poll} />);
  await userEvent.click(await screen.findByRole('button', { name: '代投票' }));
  await userEvent.type(await screen.findByLabelText('居民'), '王秀英');
  await userEvent.click(await screen.findByText('王秀英 · 7G2K9QXM'));
  return cast;
}

const send = () => userEvent.click(screen.getByRole('button', { name: '投票' }));

it('votes for as many as may be chosen, and says that it replaces the ballot before', async () => {
  const cast = await voting();
  expect(screen.getByText(/再投一次，前一次的就作废/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('checkbox', { name: '放大镜（中老年）' }));
  expect(screen.getByRole('checkbox', { name: '五号电池' })).toBeDisabled();
  await send();
  await vi.waitFor(() => expect(cast).toHaveBeenCalledWith({ resident_id: 'r1', candidate_ids: ['c1'] }));
});

it('takes a suggestion alone, but no empty ballot', async () => {
  const cast = await voting();
  await send();
  expect(await screen.findByText('请先选一样，或填写想要的物品')).toBeInTheDocument();
  expect(cast).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('还想要什么（可不填）'), ' 小推车 ');
  await send();
  await vi.waitFor(() =>
    expect(cast).toHaveBeenCalledWith({ resident_id: 'r1', candidate_ids: [], suggestion: '小推车' }),
  );
});

it('waits until the poll begins', async () => {
  await showAtDesk(<VoteButton poll={{ ...poll, state: 'upcoming' }} />);
  const button = await screen.findByRole('button', { name: '代投票' });
  expect(button).toBeDisabled();
  expect(button).toHaveAttribute('title', '投票还没有开始');
});
