/** The counter serves an old resident who has no phone: found by name, goods by their number, the record says who acted for whom. */

import { expect } from '@playwright/test';
import { office, registered } from './arrange';
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
