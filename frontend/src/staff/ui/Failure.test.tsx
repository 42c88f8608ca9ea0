import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NoAnswer } from '@/api';
import { showAtDesk } from '../testing/showAtDesk';
import { Failure } from './Failure';

const failed = (error: unknown) => showAtDesk(<Failure error={error} />);

it('does not blame the network for a page that failed to be drawn', async () => {
  await failed(new TypeError('undefined is not an object'));
  expect(screen.getByText('这个页面出错了')).toBeVisible();
  expect(screen.getByText(/TypeError: undefined is not an object/)).toBeVisible();
  expect(screen.getByRole('button', { name: '刷新页面' })).toBeVisible();
});

it('says so when the server did not answer', async () => {
  await failed(new NoAnswer());
  expect(screen.getByText('连不上服务器')).toBeVisible();
});
