import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import { server } from '@/testing/server';
import { show } from '../../testing/show';
import { VoucherCode } from './VoucherCode';

const TOKEN = 'http://linli.test/api/v1/vouchers/v1/token';
const code = () => screen.findByRole('img', { name: '出示给店员的二维码' });
const drawn = async () => (await code()).innerHTML;
const token = (name: string, seconds_left: number) =>
  HttpResponse.json({ token: name, seconds_left, expires_at: '2026-11-22T00:01:00Z' });

/** Answers the requests for a token one after the other; the last answer again and again. */
function answer(...answers: (() => Response)[]) {
  server.use(http.get(TOKEN, () => (answers.length > 1 ? answers.shift() : answers[0])?.()));
}

it('renews the code before it ends', async () => {
  answer(
    () => token('first', 11),
    () => token('second', 60),
  );
  show(<VoucherCode id="v1" code="C9BDU3D7" />);
  const first = await drawn();
  await waitFor(async () => expect(await drawn()).not.toBe(first), { timeout: 3000 });
  expect(screen.getByText('50 秒后自动更新')).toBeVisible();
});

it('shows no code that has ended, but the one to read out', async () => {
  answer(
    () => token('only', 1),
    () => HttpResponse.error(),
  );
  show(<VoucherCode id="v1" code="C9BDU3D7" />);
  await code();
  await waitFor(() => expect(screen.queryByRole('img')).toBeNull(), { timeout: 3000 });
  expect(screen.getByText('C9BD U3D7')).toBeVisible();
  expect(screen.getByText(/没有网络时请把下面的券码报给店员/)).toBeVisible();
});
