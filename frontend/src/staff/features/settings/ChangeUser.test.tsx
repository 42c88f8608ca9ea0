/** Changing an account: what is sent, and what is said when the phone has one already. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import type { Problem, User } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { ChangeUser } from './ChangeUser';

const user: User = { id: 'u1', name: '张店员', phone: '199****0026', offices: [] };

const save = async (phone?: string) => {
  await showAtDesk(<ChangeUser user={user} onClose={() => {}} />);
  const field = await screen.findByLabelText('新手机号');
  if (phone) await userEvent.type(field, phone);
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
};

const sent = () =>
  new Promise<unknown>((resolve) =>
    server.use(
      http.patch('*/api/v1/users/u1', async ({ request }) => {
        resolve(await request.json());
        return HttpResponse.json(user);
      }),
    ),
  );

it('sends the new number, and not the masked one that there is', async () => {
  const asked = sent();
  await save('19900009002');
  expect(await asked).toEqual({ name: '张店员', phone: '19900009002' });
});

it('leaves the number out when none is typed', async () => {
  const asked = sent();
  await save();
  expect(await asked).toEqual({ name: '张店员' });
});

it('sends nothing that is no number', async () => {
  await save('110');
  expect(await screen.findByText('手机号是 11 位数字')).toBeInTheDocument();
});

it('says at the field that the number has an account', async () => {
  const refusal: Problem = {
    type: '/problems/account-exists',
    kind: 'account-exists',
    title: '该手机号或居民已有账号',
    title_en: 'There is an account already',
    status: 409,
    errors: [{ field: 'phone', detail: '该手机号已有账号' }],
  };
  server.use(http.patch('*/api/v1/users/u1', () => HttpResponse.json(refusal, { status: 409 })));
  await save('19900000022');
  expect(await screen.findByText('该手机号已有账号')).toBeInTheDocument();
});
