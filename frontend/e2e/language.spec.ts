/** The phone and the desk in English, and the phone in large type; both are remembered. */

import { expect } from '@playwright/test';
import { people, test } from './people';
import { look, visit } from './visit';

test('the phone speaks English and shows large type, also after it was opened again', async ({ as }) => {
  const phone = await as(people.resident, 'phone');
  await visit(phone, '/phone/me', '我的');
  await phone.getByRole('switch', { name: '大字模式' }).check();
  await phone.getByLabel('语言 / Language').selectOption('English');
  await look(phone, 'Me');
  const size = await phone.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(size).toBeGreaterThanOrEqual(20);
  await expect(phone.locator('html')).toHaveAttribute('lang', 'en');

  for (const path of ['/phone', '/phone/activities', '/phone/offers', '/phone/rewards', '/phone/points']) {
    await visit(phone, path);
    const isTooWide = await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isTooWide, `${path} scrolls sideways`).toBe(false);
  }
  await phone.goto('/phone');
  await expect(phone.getByRole('link', { name: 'Teams' })).toHaveCount(0);
});

test('the desk speaks English', async ({ as }) => {
  const desk = await as(people.staff, 'desk');
  await visit(desk, '/staff/residents', '居民名册');
  await desk.getByRole('button', { name: 'English' }).click();
  await look(desk, 'Residents');
  await desk.reload();
  await look(desk, 'Residents');
  await expect(desk.getByRole('button', { name: '中文' })).toBeVisible();
});
