/** A voucher in a resident's place: what cannot be taken says why, and what was taken can be printed. */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it, vi } from 'vitest';
import type { Offer, Resident, Slot, Voucher } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../testing/showAtDesk';
import { TakeVoucher } from './TakeVoucher';

const resident: Resident = {
  id: 'r1',
  name: '闻人桂英',
  card_code: '7G2K9QXM',
  household_id: 'h1',
  state: 'active',
};

const offer = (id: string, rest: Partial<Offer>): Offer => ({
  id,
  partner_id: 'p1',
  partner_name: '惠民鲜生',
  title: id,
  description: '',
  terms: { kind: 'free_item', item: id },
  price_points: 6,
  taken: 0,
  hours: [],
  stores: [],
  eligibility: { buildings: [], teams: [] },
  limits: [],
  uses: 1,
  valid_from: '2026-01-01T00:00:00Z',
  valid_to: '2099-01-01T00:00:00Z',
  voucher_days: 14,
  state: 'open',
  created_at: '2026-01-01T00:00:00Z',
  ...rest,
});

const slot: Slot = {
  id: 's1',
  starts_at: '2099-03-01T01:00:00Z',
  ends_at: '2099-03-01T03:00:00Z',
  seats: 12,
  seats_left: 3,
  state: 'open',
};

const voucher = { id: 'v1', code: '69X98EM8', offer_title: '书法课', expires_at: '2099-03-01T03:00:00Z' } as Voucher;

const offers = [
  offer('书法课', { partner_name: '墨池艺术', slot_early_minutes: 30 }),
  offer('五次卡', { price_points: 45 }),
  offer('免费理发', { price_points: 0, quota_left: 0 }),
];

async function opened(state: Resident['state'] = 'active') {
  server.use(
    http.get('*/api/v1/residents/r1', () => HttpResponse.json({ ...resident, state })),
    http.get('*/api/v1/residents/r1/wallet', () => HttpResponse.json({ available: 30 })),
    http.get('*/api/v1/offers', () => HttpResponse.json({ items: offers, next_cursor: null })),
    http.get('*/api/v1/offers/:id/slots', () => HttpResponse.json({ items: [slot], next_cursor: null })),
  );
  await showAtDesk(<TakeVoucher residentId="r1" />);
  const button = await screen.findByRole('button', { name: '代领券' });
  if (state === 'active') await userEvent.click(button);
  return button;
}

it('takes one of the offer and slot that were chosen, and leads to its paper', async () => {
  const sent = vi.fn();
  await opened();
  server.use(
    http.post('*/api/v1/offers/:id/vouchers', async ({ params, request }) => {
      sent(params.id, await request.json());
      return HttpResponse.json(voucher, { status: 201 });
    }),
  );
  const take = await screen.findByRole('button', { name: '确认领取' });
  expect(take).toHaveAttribute('title', '请先选择优惠');
  await userEvent.click(await screen.findByRole('radio', { name: /书法课/ }));
  expect(take).toHaveAttribute('title', '请先选择场次');
  const slots = await screen.findByRole('radiogroup', { name: '场次' });
  await userEvent.click(within(slots).getByRole('radio'));
  await userEvent.click(take);
  expect(await screen.findByText('69X9 8EM8')).toBeInTheDocument();
  expect(sent).toHaveBeenCalledWith('书法课', { resident_id: 'r1', slot_id: 's1', pooled: false });
  expect(screen.getByRole('link', { name: '打印券' })).toHaveAttribute('href', '/vouchers/v1/slip');
});

it('says what bars an offer, and lets the household pay what is missing', async () => {
  await opened();
  expect(await screen.findByRole('radio', { name: /免费理发.*已领完/ })).toBeDisabled();
  expect(await screen.findByRole('radio', { name: /五次卡.*还差 15 分/ })).toBeDisabled();
  await userEvent.click(screen.getByRole('checkbox', { name: /家庭合用/ }));
  expect(screen.getByRole('radio', { name: /五次卡/ })).toBeEnabled();
  expect(screen.getByRole('radio', { name: /免费理发/ })).toBeDisabled();
});

it('finds offers by partner and name, and keeps on screen what is chosen', async () => {
  await opened();
  const find = await screen.findByRole('textbox', { name: '按名称或合伙人查找' });
  await userEvent.type(find, '墨池');
  await userEvent.click(screen.getByRole('radio'));
  await userEvent.clear(find);
  await userEvent.type(find, '五次');
  expect(screen.getByRole('radio', { name: /书法课/ })).toBeChecked();
  expect(screen.getByRole('radio', { name: /五次卡/ })).toBeInTheDocument();
  expect(screen.queryByRole('radio', { name: /免费理发/ })).not.toBeInTheDocument();
});

it('is not for somebody who has moved out', async () => {
  const button = await opened('moved_out');
  await vi.waitFor(() => expect(button).toBeDisabled());
  expect(button).toHaveAttribute('title', '这位居民不在册，不能领券');
});
