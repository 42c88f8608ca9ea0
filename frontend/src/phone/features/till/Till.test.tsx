import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18n from 'i18next';
import { HttpResponse, http } from 'msw/http';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { server } from '@/testing/server';
import { Ready } from './Ready';
import { API, CODE, confirmed, openAtTill, voucher } from './testing';
import { Voucher } from './Voucher';

const refusal = {
  status: 409,
  kind: 'voucher-used',
  title: '该券已核销',
  detail: '该券已核销',
  title_en: 'Used',
  type: '',
};

interface Sent {
  key: string | null;
  body: string;
}

/** The server: looks up, and answers confirmations in this order. Returns what it was sent. */
function answering(...answers: (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  server.use(
    http.post(`${API}/vouchers/look-up`, async ({ request }) => {
      const { bill_fen } = (await request.json()) as { bill_fen?: number };
      if (bill_fen === undefined) return HttpResponse.json(voucher);
      const reckoning = { bill_fen, discount_fen: 2000, to_collect_fen: 4001 };
      const short = { refusal: { kind: 'bill-too-small', detail: '消费金额未满 ¥60.00' } };
      const at = { store_id: 's1', store_name: '惠民鲜生花山店', ...(bill_fen < 6000 ? short : { reckoning }) };
      return HttpResponse.json({ ...voucher, stores: [at] });
    }),
    http.post(`${API}/confirmations`, async ({ request }) => {
      sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.text() });
      return answers[sent.length - 1]?.();
    }),
  );
  return sent;
}

function Till() {
  const [code, setCode] = useState<string>();
  const leave = () => setCode(undefined);
  return code === undefined ? <Ready onCode={setCode} /> : <Voucher code={code} onDone={leave} onBack={leave} />;
}

const open = () => openAtTill(<Till />);

async function confirm(bill = '60') {
  await userEvent.type(await screen.findByLabelText('或输入券码'), CODE.toLowerCase());
  await userEvent.type(await screen.findByLabelText('消费金额（元）'), bill);
  const button = () => screen.getByRole('button', { name: '确认核销' });
  await waitFor(() => expect(button()).toBeEnabled());
  await userEvent.click(button());
}

beforeEach(async () => {
  localStorage.clear();
  await i18n.loadNamespaces('phone-till');
});

it('shows what the server reckons, and what forbids it', async () => {
  answering();
  open();
  await userEvent.type(await screen.findByLabelText('或输入券码'), CODE);
  const bill = await screen.findByLabelText('消费金额（元）');
  await userEvent.type(bill, '59.5');
  expect(await screen.findByRole('alert')).toHaveTextContent('消费金额未满 ¥60.00');
  expect(screen.getByRole('button', { name: '确认核销' })).toBeDisabled();
  await userEvent.clear(bill);
  await userEvent.type(bill, '60');
  expect(await screen.findByText('¥40.01')).toBeVisible();
});

it('says that nobody knows when no answer came, asks again by itself, and tells the truth', async () => {
  const sent = answering(
    () => HttpResponse.error(),
    () => HttpResponse.json(confirmed(), { status: 201 }),
  );
  open();
  await confirm();
  expect(await screen.findByText(/不确定，正在查询结果/)).toBeVisible();
  expect(localStorage).toHaveLength(1);
  expect(await screen.findByText(/查到了.*已核销成功/, undefined, { timeout: 4000 })).toBeVisible();
  expect(screen.getByText('¥40.01')).toBeVisible();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[0]?.body).toBe(`{"code":"${CODE}","store_id":"s1","bill_fen":6000}`);
  expect(localStorage).toHaveLength(0);
});

it('lets nobody confirm the same code as long as its fate is unknown', async () => {
  const sent = answering(
    () => HttpResponse.json({}, { status: 503 }),
    ...Array.from({ length: 9 }, () => () => HttpResponse.json({}, { status: 502 })),
  );
  open();
  await confirm();
  await screen.findByText(/不确定/);
  await userEvent.type(screen.getByLabelText('或输入券码'), CODE);
  expect(await screen.findByText(/还在查询结果，请等结果出来/)).toBeVisible();
  expect(screen.getByRole('button', { name: '确认核销' })).toBeDisabled();
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
});

it('asks about what an earlier run left, at once, and says that it was refused', async () => {
  const asked = { one: { code: CODE, store_id: 's1', bill_fen: 6000 } };
  const at = new Date().toISOString();
  localStorage.setItem('linli-attempt-k1', JSON.stringify({ user: 'u1', asked, at }));
  localStorage.setItem('linli-attempt-k2', JSON.stringify({ user: 'u2', asked, at }));
  const sent = answering(() => HttpResponse.json(refusal, { status: 409 }));
  open();
  expect(await screen.findByText(/查到了：没有核销/)).toBeVisible();
  expect(screen.getByText('该券已核销')).toBeVisible();
  expect(screen.getByText(/还有 1 笔其他店员的核销没有结果/)).toBeVisible();
  expect(sent.map(({ key }) => key)).toEqual(['k1']);
  await userEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(screen.queryByText(/没有核销/)).toBeNull();
});

it('asks at once when the network is back', async () => {
  const sent = answering(
    () => HttpResponse.error(),
    () => HttpResponse.json(confirmed(), { status: 201 }),
  );
  open();
  await confirm();
  await screen.findByText(/不确定/);
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText(/查到了/)).toBeVisible();
  expect(sent).toHaveLength(2);
});

it('says why the server refused', async () => {
  answering(() => HttpResponse.json(refusal, { status: 409 }));
  open();
  await confirm();
  expect(await screen.findByText('✕ 没有核销')).toBeVisible();
  expect(screen.getByText('该券已核销')).toBeVisible();
});

it('undoes what was just confirmed', async () => {
  answering(() => HttpResponse.json(confirmed(), { status: 201 }));
  server.use(
    http.post(`${API}/confirmations/c1/undo`, () =>
      HttpResponse.json({ ...confirmed(), undone_at: new Date().toISOString() }),
    ),
  );
  open();
  await confirm();
  await userEvent.click(await screen.findByRole('button', { name: /^撤销（剩 (60:00|59:\d\d)）$/ }));
  await userEvent.click(await screen.findByRole('button', { name: '确认撤销' }));
  expect(await screen.findByText('↩ 已撤销')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^撤销/ })).toBeNull();
});
