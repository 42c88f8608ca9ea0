import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { show } from '../testing/show';
import { CommandButton } from './CommandButton';

const refused = { kind: 'forbidden-state', status: 409, title: '', title_en: '', detail: '活动已经开始' };

it('asks first, shows the refusal of the server where it was asked, and can be tried again', async () => {
  const answers = [
    () => Promise.reject(refused),
    () => Promise.reject(new TypeError('fetch')),
    () => Promise.resolve(),
  ];
  const run = () => answers.shift()?.() ?? Promise.resolve();
  show(<CommandButton label="取消报名" ask={{ title: '取消？', text: '名额会让出' }} run={run} done="已取消" />);
  await userEvent.click(screen.getByRole('button', { name: '取消报名' }));
  const dialog = screen.getByRole('dialog', { name: '取消？' });
  const press = () => userEvent.click(screen.getAllByRole('button', { name: '取消报名' })[1] ?? dialog);
  await press();
  expect(await screen.findByRole('alert')).toHaveTextContent('活动已经开始');
  await press();
  expect(await screen.findByText(/不确定是否办成/)).toBeVisible();
  await press();
  expect(await screen.findByText('已取消')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});
