/** A leader runs an activity from the phone; a resident signs up, checks in by the typed code, and sees the points and why. */

import { expect } from '@playwright/test';
import { account, apiOf, office, registered, reviewedActivity } from './arrange';
import { people, test } from './people';
import { look, visit } from './visit';

const TITLE = '车棚充电桩议事会';
/** People sign up before the shift begins, and it lasts a minute, the shortest that there is. */
const STARTS_IN_MS = 40_000;
const OVER_WITHIN_MS = 120_000;

test('an activity is run by phone, and a resident sees what it earned and why', async ({ as, playwright, baseURL }) => {
  test.setTimeout(240_000);
  const { administrator, staff } = await office(playwright, baseURL);
  const phone = await account(administrator, await registered(staff, '沈玉芬', 0));
  const [socialWorker, leading] = await Promise.all(
    [people.socialWorker, people.leader].map((one) => apiOf(playwright, baseURL, one)),
  );
  if (!socialWorker || !leading) throw new Error('somebody is missing');
  const leader = await as(people.leader, 'phone');
  const resident = await as(phone, 'phone');
  const id = await reviewedActivity(socialWorker, administrator, leading, {
    title: TITLE,
    startsIn: STARTS_IN_MS,
  });

  await leader.goto(`/phone/leading/${id}`);
  await leader.getByRole('button', { name: '开始招募' }).click();
  await expect(leader.getByRole('button', { name: '开始活动' })).toBeVisible();

  await resident.goto('/phone/activities');
  await resident.getByRole('link', { name: new RegExp(TITLE) }).click();
  await resident.getByRole('button', { name: '我要报名' }).click();
  await expect(resident.getByText('已报名', { exact: true })).toBeVisible();

  await leader.getByRole('button', { name: '开始活动' }).click();
  await look(leader, TITLE);
  await leader.getByRole('link', { name: '签到码' }).click();
  await look(leader, '签到码');
  const code = await leader.getByText(/^\d{3} \d{3}$/).textContent();
  await look(resident, TITLE);
  await resident.getByRole('button', { name: '扫码签到' }).click();
  await resident.getByLabel('代码').fill((code ?? '').replace(' ', ''));
  await resident.getByRole('button', { name: '确定' }).click();
  await expect(resident.getByText('已签到', { exact: true })).toBeVisible();

  await leader.goBack();
  await leader.getByRole('link', { name: '名册' }).click();
  await look(leader, '名册');
  await expect(leader.getByRole('checkbox', { name: '沈玉芬' })).toBeChecked();
  await leader.getByLabel('沈玉芬的分钟数').fill('1');
  // The roster is written once the shift has begun: until then the server says no.
  await expect(async () => {
    await leader.getByRole('button', { name: '保存名册' }).click();
    await expect(leader.getByText('名册已保存')).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: OVER_WITHIN_MS });
  await leader.goBack();
  await leader.getByRole('button', { name: '结束活动，提交名册' }).click();
  await leader.getByRole('dialog').getByRole('button', { name: '结束活动，提交名册' }).click();
  await expect(leader.getByText('名册已提交，等社工结算积分')).toBeVisible();

  const desk = await as(people.staff, 'desk');
  await visit(desk, `/staff/activities/${id}`, TITLE);
  const settled = desk.getByRole('dialog', { name: '结算完成' });
  await expect(async () => {
    await desk.getByRole('button', { name: '结算积分' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await expect(settled).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: OVER_WITHIN_MS });
  await expect(settled).toContainText('1 人得分，共 2 分；0 人未得分。');

  await visit(resident, '/phone/points', '我的积分');
  const line = resident.getByRole('article').filter({ hasText: '参与议事' });
  await expect(line).toContainText('+2');
  await line.getByText('怎么算的').click();
  await expect(line).toContainText('每次 2 分');
  await expect(line).toContainText('管理办法第 1 版');
  await look(resident);
});
