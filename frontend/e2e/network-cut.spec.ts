/** The network goes between the cashier's confirmation and its answer: the screen says so, and ends with the truth. */

import { expect } from '@playwright/test';
import { account, apiOf, office, openStore, registered, voucherOf } from './arrange';
import { people, test } from './people';
import { look, visit } from './visit';

test('a confirmation whose answer was lost is found again, and was made once', async ({ as, playwright, baseURL }) => {
  const { administrator, staff, cashier } = await office(playwright, baseURL);
  await openStore(staff, cashier);
  const phone = await account(administrator, await registered(staff, '汤国强', 20));
  const { code } = await voucherOf(await apiOf(playwright, baseURL, phone), staff, '生鲜满 60 减 20');

  const till = await as(people.cashier, 'phone');
  const keys: (string | undefined)[] = [];
  let isCut = true;
  await till.route('**/api/v1/confirmations', async (route) => {
    keys.push((await route.request().headerValue('Idempotency-Key')) ?? undefined);
    if (!isCut) return route.continue();
    // The server gets it and does it; the answer never arrives.
    await route.fetch();
    await route.abort('connectionreset');
  });
  await visit(till, '/phone/till', '惠民鲜生花山店');
  await till.getByLabel('或输入券码').pressSequentially(code);
  await look(till, '核对券');
  await till.getByLabel('消费金额（元）').fill('88');
  await expect(till.getByText('¥68.00')).toBeVisible();
  await till.getByRole('button', { name: '确认核销' }).click();
  const outcome = till.getByRole('region', { name: '核销结果' });
  await expect(outcome).toContainText('？ 不确定，正在查询结果');
  await look(till);

  isCut = false;
  await expect(outcome).toContainText(/✓ 查到了：.*已核销成功/);
  await expect(outcome).toContainText('¥68.00');
  expect(new Set(keys).size).toBe(1);
  expect(keys.length).toBeGreaterThan(1);
  await visit(till, '/phone/till/today', '今日核销');
  await expect(till.getByText('汤**')).toHaveCount(1);
});
