/** A gift in a resident's place: from whom, to which card, and why there is none to give. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it, vi } from 'vitest';
import type { Resident, Wallet } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { GiveButton } from './GiveButton';

const giver: Resident = { id: 'r1', name: '王秀英', card_code: '7G2K9QXM', household_id: 'h1', state: 'active' };
const receiver: Resident = { id: 'r2', name: '李大山', card_code: 'RTSYPVW5', household_id: 'h2', state: 'active' };

const wallet: Wallet = {
  posted: 40,
  held: 0,
  available: 40,
  debt: 0,
  pooled: false,
  lots: [],
  holds: [],
  giving: { given: 0, left: 20, per_month: 20 },
};

it('gives from the resident to the card of who was found, and says what may still be given', async () => {
  const given = vi.fn();
  server.use(
    http.get('*/api/v1/residents', () => HttpResponse.json({ items: [receiver], next_cursor: null })),
    http.get('*/api/v1/residents/r2', () => HttpResponse.json(receiver)),
    http.get('*/api/v1/residents/r1/wallet', () => HttpResponse.json(wallet)),
    http.post('*/api/v1/gifts', async ({ request }) => {
      given(await request.json());
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  await showAtDesk(<GiveButton resident={giver} wallet={wallet} />);
  await userEvent.click(await screen.findByRole('button', { name: '代为赠送' }));
  expect(await screen.findByText('可用 40 分 · 本月还可赠 20 分')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('送给'), 'RTSYPVW5');
  await userEvent.click(await screen.findByText('李大山 · RTSYPVW5'));
  await userEvent.type(screen.getByLabelText('积分'), '15');
  await userEvent.type(screen.getByLabelText('留言（双方看得到）'), '谢谢您');
  await userEvent.click(screen.getByRole('button', { name: '确认赠送' }));
  await vi.waitFor(() =>
    expect(given).toHaveBeenCalledWith({ resident_id: 'r1', to_card_code: 'RTSYPVW5', points: 15, note: '谢谢您' }),
  );
});

it.each([
  [{ ...wallet, available: 0 }, '没有可用积分'],
  [{ ...wallet, giving: { given: 20, left: 0, per_month: 20 } }, '本月的赠送额度已用完'],
])('says why nothing can be given', async (found, why) => {
  await showAtDesk(<GiveButton resident={giver} wallet={found} />);
  const button = await screen.findByRole('button', { name: '代为赠送' });
  expect(button).toBeDisabled();
  expect(button).toHaveAttribute('title', why);
});
