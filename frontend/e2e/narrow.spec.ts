/** The desk where there is little room, and by keys alone. */

import { expect, type Page } from '@playwright/test';
import { people, screens, test } from './people';
import { look, settled, visit } from './visit';

const lists = [
  '/staff/residents',
  '/staff/households',
  '/staff/teams',
  '/staff/activities',
  '/staff/orders',
  '/staff/rewards',
  '/staff/partners',
  '/staff/statements',
  '/staff/transfers',
  '/staff/users',
];

const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

for (const [name, viewport] of Object.entries({
  phone: screens.phone.viewport,
  tablet: { width: 820, height: 1180 },
})) {
  test(`lists are cards on a ${name}`, async ({ as }) => {
    test.setTimeout(120_000);
    const desk = await as(people.administrator, 'desk');
    await desk.setViewportSize(viewport);
    for (const path of lists) {
      await visit(desk, path);
      expect(await isTooWide(desk), `${path} scrolls sideways`).toBe(false);
      await expect(desk.getByRole('table')).toHaveCount(0);
    }
  });
}

test('a filtered list is there again after a look at one of its rows', async ({ as }) => {
  const desk = await as(people.staff, 'desk');
  await desk.setViewportSize(screens.phone.viewport);
  await visit(desk, '/staff/residents');
  await desk.getByRole('combobox', { name: '网格' }).click();
  await desk.getByText('第1网格', { exact: true }).click();
  await desk.getByRole('button', { name: '下一页' }).click();
  await expect(desk.getByRole('button', { name: '上一页' })).toBeVisible();
  await look(desk, '居民名册');
  const first = desk.getByRole('main').getByRole('listitem').first().getByRole('link').first();
  const resident = (await first.textContent()) ?? '';
  const list = desk.url();
  await first.click();
  await look(desk, resident);
  await desk.goBack();
  await expect(desk).toHaveURL(list);
  await expect(first).toHaveText(resident);
});

test('keys come past the menu, through it, and back from a dialog', async ({ as }) => {
  const desk = await as(people.administrator, 'desk');
  await desk.goto('/staff/users');
  await settled(desk, '账号与角色');
  await desk.keyboard.press('Tab');
  await expect(desk.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Tab');
  await expect(desk.getByRole('button', { name: '开通账号' })).toBeFocused();

  const disable = desk.getByRole('button', { name: '停用', exact: true }).first();
  await disable.press('Enter');
  const question = desk.getByRole('dialog');
  await expect(question).toContainText('确定停用');
  await look(desk);
  await desk.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(disable).toBeFocused();

  await desk.setViewportSize(screens.phone.viewport);
  const open = desk.getByRole('button', { name: '打开菜单' });
  await open.press('Enter');
  await expect(desk.getByRole('navigation', { name: '主菜单' })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('navigation', { name: '主菜单' })).toBeHidden();
  await expect(open).toBeFocused();
});
