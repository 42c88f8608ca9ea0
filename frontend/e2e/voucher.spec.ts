/** A resident takes a voucher; the cashier scans it, confirms it, takes that back, and confirms it again by its code. */

import { expect } from '@playwright/test';
import { account, office, openStore, registered } from './arrange';
import { lookingAt } from './camera';
import { PASSWORD, people, screens, test } from './people';
import { look, visit } from './visit';

const OFFER = '生鲜满 30 减 8';

test('a voucher is taken, scanned, confirmed, undone and confirmed again', async ({
  as,
  playwright,
  browser,
  baseURL,
}) => {
  const { administrator, staff, cashier } = await office(playwright, baseURL);
  await openStore(staff, cashier);
  const phone = await account(administrator, await registered(staff, '郑秀兰', 20));

  const resident = await as(phone, 'phone');
  await visit(resident, '/phone/offers', '合伙人优惠');
  await resident.getByRole('link', { name: OFFER }).click();
  await look(resident, OFFER);
  await resident.getByRole('button', { name: '领券' }).click();
  const sheet = resident.getByRole('dialog', { name: OFFER });
  await expect(sheet).toContainText('您有 20 分，之后剩 14 分');
  await sheet.getByRole('button', { name: '确认领取' }).click();
  const code = resident.getByRole('img', { name: '出示给店员的二维码' });
  await expect(code).toBeVisible();
  await look(resident, OFFER);
  const typed = (await resident.getByRole('figure').textContent()) ?? '';

  const seeing = await lookingAt(playwright, browser, code);
  const till = await seeing.newPage(screens.phone);
  await till.goto('/phone/sign-in');
  await till.getByLabel('手机号').fill(people.cashier);
  await till.getByLabel('密码').fill(PASSWORD);
  await till.getByRole('button', { name: '登录' }).click();
  await look(till, '惠民鲜生花山店');
  await till.getByRole('button', { name: '扫码核销' }).click();
  await look(till, '核对券');
  await expect(till.getByText('郑**')).toBeVisible();
  await till.getByLabel('消费金额（元）').fill('40');
  await expect(till.getByText('¥32.00')).toBeVisible();
  await till.getByRole('button', { name: '确认核销' }).click();
  const outcome = till.getByRole('region', { name: '核销结果' });
  await expect(outcome).toContainText('✓ 核销成功');
  await expect(outcome).toContainText('¥32.00');
  await look(till);
  await expect(resident.getByText('已使用', { exact: true })).toBeVisible();

  await outcome.getByRole('button', { name: /撤销（剩/ }).click();
  await till.getByRole('dialog').getByRole('button', { name: '确认撤销' }).click();
  await expect(outcome).toContainText('↩ 已撤销');

  await till.getByLabel('或输入券码').pressSequentially(typed);
  await look(till, '核对券');
  await till.getByRole('link', { name: '今日' }).click();
  await look(till, '今日核销');
  await till.goBack();
  await look(till, '核对券');
  await till.getByLabel('消费金额（元）').fill('35.5');
  await expect(till.getByText('¥27.50')).toBeVisible();
  await till.getByRole('button', { name: '确认核销' }).click();
  await expect(outcome).toContainText('✓ 核销成功');

  await visit(till, '/phone/till/today', '今日核销');
  await expect(till.getByText('郑**')).toHaveCount(2);
  await visit(resident, '/phone/points', '我的积分');
  await expect(resident.getByText('14', { exact: true })).toBeVisible();
  await seeing.close();
});
