import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18n from 'i18next';
import { HttpResponse, http } from 'msw/http';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { server } from '@/testing/server';
import { Batch } from './Batch';
import { Outcomes } from './Outcomes';
import { API, confirmed, openAtTill, voucher } from './testing';

const free = { bill_fen: 0, discount_fen: 0, to_collect_fen: 0 };

/** What the look-up says of each code: the third is of another day. */
const found: Record<string, object> = {
  '7G2K9QXM': { resident_name: '蔡**', stores: [{ store_id: 's1', store_name: '', reckoning: free }] },
  '8H3L2RYN': { resident_name: '王**', stores: [{ store_id: 's1', store_name: '', reckoning: free }] },
  '9J4M3SZP': {
    resident_name: '李**',
    stores: [{ store_id: 's1', store_name: '', refusal: { kind: 'outside-slot', detail: '不在预约的场次内' } }],
  },
};

function Class() {
  const [isDone, setDone] = useState(false);
  return isDone ? <Outcomes /> : <Batch onDone={() => setDone(true)} />;
}

beforeEach(async () => {
  localStorage.clear();
  await i18n.loadNamespaces('phone-till');
});

it('sends all that can be confirmed together, and tells the result of each, even after an answer was lost', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post(`${API}/vouchers/look-up`, async ({ request }) => {
      const { code } = (await request.json()) as { code: string };
      return HttpResponse.json({ ...voucher, code, offer_title: '公益书法课', ...found[code] });
    }),
    http.post(`${API}/confirmations/batch`, async ({ request }) => {
      sent.push([request.headers.get('Idempotency-Key'), await request.json()]);
      if (sent.length === 1) return HttpResponse.error();
      const refusal = { kind: 'voucher-used', detail: '该券已核销' };
      return HttpResponse.json({ confirmed: 1, items: [{ confirmation: confirmed() }, { refusal }] });
    }),
  );
  openAtTill(<Class />);
  for (const code of Object.keys(found)) await userEvent.type(await screen.findByLabelText('或输入券码'), code);
  expect(await screen.findByText('不在预约的场次内')).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: '一次核销 2 张' }));
  expect(await screen.findByText(/不确定/)).toBeVisible();
  expect(await screen.findByText('核销成功 1 张，未核销 1 张', undefined, { timeout: 4000 })).toBeVisible();
  expect(screen.getByText('该券已核销')).toBeVisible();
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[0]).toEqual([
    expect.any(String),
    { store_id: 's1', items: [{ code: '7G2K9QXM' }, { code: '8H3L2RYN' }] },
  ]);
});
