/** Pictures of work under way, to which no link leads: `npm run screenshots`. Each arranges what it shows. */

import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { Resident, RulebookVersion } from '../src/api';
import { account, apiOf, office, openStore, registered, reviewedActivity, voucherOf } from './arrange';
import { people, test } from './people';
import { picture } from './picture';
import { settled } from './visit';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

async function show(page: Page, address: string) {
  await page.goto(address);
  await settled(page);
}

test('a sheet with faults is tried', async ({ as }) => {
  const desk = await as(people.staff, 'desk');
  await show(desk, '/staff/imports/new');
  const file = fileURLToPath(new URL('./files/residents-with-faults.xlsx', import.meta.url));
  await desk.locator('input[type=file]').setInputFiles(file);
  await desk.getByRole('row', { name: /^4 楼栋/ }).scrollIntoViewIfNeeded();
  await picture(desk, 'staff-imports-new-faults', [1440]);
});

test('a rule of a draft is tried', async ({ as, playwright, baseURL }) => {
  const { administrator } = await office(playwright, baseURL);
  const { title, book } = await administrator<RulebookVersion>('get', '/rulebooks/in-force');
  const draft = await administrator<RulebookVersion>('post', '/rulebooks', { title, book });
  const desk = await as(people.administrator, 'desk');
  await show(desk, `/staff/rulebooks/${draft.id}/rule?code=PATROL`);
  await desk.getByLabel('开始时间').fill('2026/12/01 21:00');
  await desk.getByLabel('开始时间').press('Enter');
  await desk.getByLabel('时长（分钟）').fill('120');
  await expect(desk.getByText(/按规则可得/)).toBeVisible();
  await picture(desk, 'staff-rulebooks-one-rule-trial', [1440]);
});

test('the counter serves somebody', async ({ as, playwright, baseURL }) => {
  const { staff } = await office(playwright, baseURL);
  const { card_code } = await registered(staff, '陈桂兰', 68);
  const desk = await as(people.staff, 'desk');
  await show(desk, '/staff/counter');
  const field = desk.getByRole('combobox', { name: /刷会员卡/ });
  await field.fill(card_code);
  await field.press('Enter');
  await expect(desk.getByText('可用积分 68')).toBeVisible();
  for (const pick of ['1', '8*2']) {
    await field.fill(pick);
    await field.press('Enter');
  }
  await expect(desk.getByText(/兑换后还剩/)).toBeVisible();
  await picture(desk, 'staff-counter-serving', [1440]);
});

test('the counter takes a voucher in the place of somebody', async ({ as, playwright, baseURL }) => {
  const { staff } = await office(playwright, baseURL);
  const { card_code } = await registered(staff, '陈桂兰', 36);
  const desk = await as(people.staff, 'desk');
  await show(desk, '/staff/counter');
  const field = desk.getByRole('combobox', { name: /刷会员卡/ });
  await field.fill(card_code);
  await field.press('Enter');
  await desk.getByRole('button', { name: '代领券' }).click();
  await desk.getByRole('radio', { name: /公益书法课/ }).check();
  await desk.getByRole('radiogroup', { name: '场次' }).getByRole('radio').first().check();
  await picture(desk, 'staff-counter-voucher', [1440, 390]);
  await desk.getByRole('button', { name: '确认领取' }).click();
  const slip = await desk.getByRole('dialog').getByRole('link', { name: '打印券' }).getAttribute('href');
  await show(desk, slip ?? '');
  await picture(desk, 'staff-vouchers-one-slip', [1440, 390]);
});

test('an activity takes place', async ({ as, playwright, baseURL }) => {
  const { administrator, staff } = await office(playwright, baseURL);
  const [socialWorker, leading] = await Promise.all(
    [people.socialWorker, people.leader].map((one) => apiOf(playwright, baseURL, one)),
  );
  if (!socialWorker || !leading) throw new Error('somebody is missing');
  const times = { title: '垃圾分类议事会', startsIn: 20 * MINUTE_MS, lasts: 90 * MINUTE_MS };
  const id = await reviewedActivity(socialWorker, administrator, leading, times);
  await leading('post', `/activities/${id}/recruit`, {});
  const { shifts } = await leading<{ shifts: { id: string }[] }>('get', `/activities/${id}`);
  const shift = shifts[0]?.id;
  const names = ['沈玉芬', '万志强', '熊春梅', '龚建军'];
  const come: Resident[] = [];
  for (const name of names) come.push(await registered(staff, name, 0));
  for (const { id: resident_id } of come) await staff('post', `/shifts/${shift}/signups`, { resident_id });
  await leading('post', `/activities/${id}/start`, {});
  for (const { id: resident_id } of come.slice(1)) await leading('post', `/shifts/${shift}/check-in`, { resident_id });

  const desk = await as(people.staff, 'desk');
  await show(desk, `/staff/activities/${id}`);
  await picture(desk, 'staff-activities-one-running', [1440]);
  await show(desk, `/staff/shifts/${shift}/board?activity=${id}`);
  await picture(desk, 'staff-shifts-one-board', [1440]);
  const leader = await as(people.leader, 'phone');
  await show(leader, `/phone/leading/${id}`);
  await picture(leader, 'phone-leading-one-running', [390]);
});

test('a resident looks at points and a voucher', async ({ as, playwright, baseURL }) => {
  const { administrator, staff } = await office(playwright, baseURL);
  const resident = await registered(staff, '吴秀英', 20);
  const yesterday = new Date(Date.now() - DAY_MS).toISOString();
  const award = { resident_id: resident.id, rule_code: 'CLEAN', minutes: 90, starts_at: yesterday };
  await staff('post', '/awards', { items: [award] });
  const phone = await account(administrator, resident);
  const voucher = await voucherOf(await apiOf(playwright, baseURL, phone), staff, '生鲜满 30 减 8');

  const hers = await as(phone, 'phone');
  await show(hers, '/phone');
  await picture(hers, 'phone-home', [390]);
  await show(hers, '/phone/points');
  const line = hers.getByRole('article').filter({ hasText: '清洁家园' });
  await line.getByText('怎么算的').click();
  await expect(line.getByText(/管理办法第/).first()).toBeVisible();
  await line.scrollIntoViewIfNeeded();
  await picture(hers, 'phone-points-why', [390]);
  await show(hers, `/phone/vouchers/${voucher.id}`);
  await expect(hers.getByRole('img', { name: '出示给店员的二维码' })).toBeVisible();
  await picture(hers, 'phone-vouchers-one-code', [390]);
  await show(hers, '/phone/me');
  await hers.getByLabel('大字模式').check();
  await show(hers, '/phone');
  await expect(hers.getByText('—', { exact: true })).toHaveCount(0);
  await picture(hers, 'phone-home-large', [390]);
});

test('the till confirms a voucher, and loses the network with the next', async ({ as, playwright, baseURL }) => {
  const { administrator, staff, cashier } = await office(playwright, baseURL);
  await openStore(staff, cashier);
  const holder = await apiOf(playwright, baseURL, await account(administrator, await registered(staff, '郑秀兰', 40)));
  const vouchers = [
    await voucherOf(holder, staff, '生鲜满 30 减 8'),
    await voucherOf(holder, staff, '生鲜满 60 减 20'),
  ];
  const till = await as(people.cashier, 'phone');
  const bring = async (code: string, bill: string) => {
    await show(till, '/phone/till');
    await till.getByLabel('或输入券码').pressSequentially(code);
    await till.getByLabel('消费金额（元）').fill(bill);
    await expect(till.getByRole('button', { name: '确认核销' })).toBeEnabled();
  };
  const [first, second] = vouchers.map(({ code }) => code);
  if (first === undefined || second === undefined) throw new Error('a voucher is missing');
  await bring(first, '46.5');
  await picture(till, 'phone-till-bill', [390]);
  await till.getByRole('button', { name: '确认核销' }).click();
  await expect(till.getByText('✓ 核销成功')).toBeVisible();
  await picture(till, 'phone-till-done', [390]);
  await till.getByRole('button', { name: '知道了' }).click();
  await bring(second, '88');
  await till.route('**/api/v1/confirmations', (route) => route.abort('connectionreset'));
  await till.getByRole('button', { name: '确认核销' }).click();
  await expect(till.getByText('？ 不确定，正在查询结果')).toBeVisible();
  await picture(till, 'phone-till-unknown', [390]);
});
