/** The counter serves old residents who have no phone: goods by their number, a voucher on paper; the record says who acted for whom. */

import { expect } from '@playwright/test';
import type { Confirmation } from '../src/api';
import { office, openStore, registered } from './arrange';
import { people, test } from './people';
import { look, visit } from './visit';

test('a resident without a phone gets goods at the counter', async ({ as, playwright, baseURL }) => {
  const { staff } = await office(playwright, baseURL);
  const { id } = await registered(staff, '闻人桂英', 30);

  const desk = await as(people.staff, 'desk');
  await visit(desk, '/staff/counter', '兑换窗口');
  const field = desk.getByRole('combobox', { name: /刷会员卡/ });
  await field.fill('闻人桂英');
  await desk.getByRole('option', { name: /闻人桂英/ }).click();
  await expect(desk.getByText('没有手机')).toBeVisible();
  await expect(desk.getByText('可用积分 30')).toBeVisible();
  await look(desk, '兑换窗口');

  const tile = desk.getByRole('region', { name: '货架' }).getByRole('button', { name: /老花镜/ });
  const number = /\d+/.exec((await tile.textContent()) ?? '')?.[0] ?? '';
  await field.fill(number);
  await field.press('Enter');
  await expect(tile).toContainText('已选 1');
  await expect(desk.getByText('兑换后还剩 12 分')).toBeVisible();
  await desk.getByRole('button', { name: /下单并交付/ }).click();
  await expect(desk.getByText(/兑换单 .* 已交付/)).toBeVisible();
  await look(desk, '兑换窗口');
  const slip = desk.getByRole('link', { name: '打印小票' });
  const address = await slip.getAttribute('href');
  await field.press('Escape');
  await expect(desk.getByText('请居民出示会员卡或取货码')).toBeVisible();

  await visit(desk, address ?? '');
  await expect(desk.getByText('老花镜')).toBeVisible();
  await visit(desk, `/staff/residents/${id}`, '闻人桂英');
  await expect(desk.getByText('12', { exact: true }).first()).toBeVisible();
});

test('a resident without a phone gets a voucher on paper, and uses it by its code', async ({
  as,
  playwright,
  baseURL,
}) => {
  const { staff, cashier } = await office(playwright, baseURL);
  const store_id = await openStore(staff, cashier);
  const { card_code } = await registered(staff, '公冶秀兰', 20);

  const desk = await as(people.staff, 'desk');
  await visit(desk, '/staff/counter', '兑换窗口');
  const field = desk.getByRole('combobox', { name: /刷会员卡/ });
  await field.fill(card_code);
  await field.press('Enter');
  await desk.getByRole('button', { name: '代领券' }).click();
  const dialog = desk.getByRole('dialog', { name: '代公冶秀兰领券' });
  await expect(dialog.getByRole('radio', { name: /家政保洁一小时.*还差 20 分/ })).toBeDisabled();
  await dialog.getByRole('textbox', { name: '按名称或合伙人查找' }).fill('惠民鲜生');
  await dialog.getByRole('radio', { name: /生鲜满 30 减 8/ }).check();
  await look(desk, '兑换窗口');
  await dialog.getByRole('button', { name: '确认领取' }).click();
  const printing = desk.waitForEvent('popup');
  await dialog.getByRole('link', { name: '打印券' }).click();

  const slip = await printing;
  await look(slip, '生鲜满 30 减 8');
  await expect(slip.getByText('公*兰')).toBeVisible();
  await expect(slip.getByText('惠民鲜生花山店')).toBeVisible();
  const code = (await slip.getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/).textContent()) ?? '';

  const used = await cashier<Confirmation>('post', '/confirmations', { store_id, code, bill_fen: 4000 });
  expect(used.to_collect_fen).toBe(3200);
  await desk.keyboard.press('Escape');
  await desk.reload();
  await expect(desk.getByText('没有未使用的券')).toBeVisible();
  await expect(desk.getByText('可用积分 14')).toBeVisible();
});
