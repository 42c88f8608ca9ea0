/** A leader proposes an activity on the phone, mends it when it comes back, and checks in by hand who has no phone. */

import { expect } from '@playwright/test';
import { office, registered } from './arrange';
import { people, test } from './people';
import { look, visit } from './visit';

const TITLE = '花坛浇水';
const REASON = '请写明从哪里接水';
/** People can be checked in from half an hour before the shift on. */
const STARTS_IN_MS = 20 * 60_000;
const LASTS_MS = 60 * 60_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Day and time as the clocks of the community show them. */
const onClocks = (time: number) => new Date(time + SHANGHAI_MS).toISOString().slice(0, 16).split('T');

test('a leader proposes, mends what came back, and checks somebody in by hand', async ({ as, playwright, baseURL }) => {
  test.setTimeout(120_000);
  const { staff } = await office(playwright, baseURL);
  const neighbour = await registered(staff, '龚秀兰', 0);
  const leader = await as(people.leader, 'phone');
  const desk = await as(people.staff, 'desk');
  const now = Date.now();
  const [day = '', from = ''] = onClocks(now + STARTS_IN_MS);
  const [, until = ''] = onClocks(now + STARTS_IN_MS + LASTS_MS);

  await visit(leader, '/phone/leading', '带队');
  await leader.getByRole('link', { name: '发起活动' }).click();
  await look(leader, '发起活动');
  await expect(leader.getByRole('button', { name: '送审' })).toBeDisabled();
  await leader.getByLabel('活动名称').fill(TITLE);
  await leader.getByLabel('集合地点').fill('中心花园');
  await leader.getByLabel('计分事项').selectOption('CLEAN');
  await leader.getByLabel('日期').fill(day);
  await leader.getByLabel('开始').fill(from);
  await leader.getByLabel('结束').fill(until);
  await leader.getByRole('button', { name: '送审' }).click();
  await look(leader, TITLE);
  const id = new URL(leader.url()).pathname.split('/').at(-1) ?? '';

  await visit(desk, `/staff/activities/${id}`, TITLE);
  await desk.getByRole('button', { name: '退回修改' }).click();
  await desk.getByLabel('需要修改的地方').fill(REASON);
  await desk.getByRole('dialog').getByRole('button', { name: '退回修改' }).click();
  await expect(desk.getByText('待修改', { exact: true })).toBeVisible();

  await visit(leader, '/phone/notices', '消息');
  const notice = leader.getByRole('article').filter({ hasText: REASON }).first();
  await notice.getByRole('link', { name: '查看' }).click();
  await look(leader, TITLE);
  await leader.getByRole('link', { name: '按意见修改' }).click();
  await expect(leader.getByText(`退回意见：${REASON}`)).toBeVisible();
  await leader.getByLabel('活动内容').fill('从物业间接水');
  await leader.getByRole('button', { name: '保存并送审' }).click();
  await expect(leader.getByText('待审核', { exact: true })).toBeVisible();

  await desk.reload();
  await desk.getByRole('button', { name: '审核通过' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await expect(desk.getByText('已审核', { exact: true })).toBeVisible();

  await leader.reload();
  await leader.getByRole('button', { name: '开始招募' }).click();
  await expect(leader.getByRole('link', { name: '手动签到' })).toBeVisible();
  const { shifts } = await staff<{ shifts: { id: string }[] }>('get', `/activities/${id}`);
  await staff('post', `/shifts/${shifts[0]?.id}/signups`, { resident_id: neighbour.id });

  await leader.getByRole('link', { name: '手动签到' }).click();
  await look(leader, '手动签到');
  await leader.getByRole('button', { name: '为龚秀兰签到' }).click();
  await expect(leader.getByText('已到 1 人，报名 1 人')).toBeVisible();
  await expect(leader.getByRole('button', { name: '为龚秀兰签退' })).toBeVisible();
});
