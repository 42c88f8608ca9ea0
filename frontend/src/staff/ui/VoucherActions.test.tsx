/** What the desk can do with a voucher, by where it stands. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it, vi } from 'vitest';
import type { Slot, Voucher } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../testing/showAtDesk';
import { VoucherActions } from './VoucherActions';

const voucher: Voucher = {
  id: 'v1',
  code: '69X98EM8',
  state: 'held',
  resident_id: 'r1',
  offer_id: 'o1',
  offer_title: '书法课',
  partner_id: 'p1',
  partner_name: '墨池艺术',
  terms: { kind: 'free_item', item: '书法课一节' },
  price_points: 10,
  uses: 1,
  used: 0,
  hours: [],
  stores: [],
  taken_at: '2026-03-01T01:00:00Z',
  expires_at: '2099-03-01T03:00:00Z',
  slot: { id: 's1', starts_at: '2099-03-01T01:00:00Z', ends_at: '2099-03-01T03:00:00Z' },
};

const slot = (id: string, starts_at: string): Slot => ({
  id,
  starts_at,
  ends_at: '2099-03-09T03:00:00Z',
  seats: 12,
  seats_left: 3,
  state: 'open',
});

it('moves it to another slot than its own', async () => {
  const moved = vi.fn();
  const items = [slot('s1', '2099-03-01T01:00:00Z'), slot('s2', '2099-03-08T01:00:00Z')];
  server.use(
    http.get('*/api/v1/offers/o1/slots', () => HttpResponse.json({ items, next_cursor: null })),
    http.post('*/api/v1/vouchers/v1/move', async ({ request }) => {
      moved(await request.json());
      return HttpResponse.json(voucher);
    }),
  );
  await showAtDesk(<VoucherActions voucher={voucher} />);
  await userEvent.click(await screen.findByRole('button', { name: '改场次' }));
  await userEvent.click(await screen.findByRole('radio'));
  await userEvent.click(screen.getAllByRole('button', { name: '改场次' }).at(-1) as HTMLElement);
  await vi.waitFor(() => expect(moved).toHaveBeenCalledWith({ slot_id: 's2' }));
});

it('says why one whose slot has begun stays where it is; it can still be given back', async () => {
  const begun = { id: 's1', starts_at: '2026-01-01T01:00:00Z', ends_at: '2099-01-01T03:00:00Z' };
  await showAtDesk(<VoucherActions voucher={{ ...voucher, slot: begun }} />);
  const move = await screen.findByRole('button', { name: '改场次' });
  expect(move).toBeDisabled();
  expect(move).toHaveAttribute('title', '场次已开始，不能再改');
  expect(screen.getByRole('button', { name: '退券' })).toBeEnabled();
});

it('neither moves nor takes back one that was used in part, which can be printed again', async () => {
  await showAtDesk(<VoucherActions voucher={{ ...voucher, state: 'in_use', uses: 5, used: 2 }} />);
  expect(await screen.findByRole('button', { name: '改场次' })).toBeDisabled();
  expect(screen.getByRole('button', { name: '退券' })).toHaveAttribute('title', '已开始使用，不能退，也不能改场次');
  expect(screen.getByRole('link', { name: '打印券' })).toBeInTheDocument();
});

it('has nothing to do with one that is over', async () => {
  await showAtDesk(<VoucherActions voucher={{ ...voucher, state: 'confirmed' }} />);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
