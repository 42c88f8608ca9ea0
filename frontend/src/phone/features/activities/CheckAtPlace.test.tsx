import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Signup } from '@/api';
import { show } from '../../testing/show';
import { CheckAtPlace } from './CheckAtPlace';

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString();

/** Signed up for a shift that begins and ends so many minutes from now. */
const signup = (from: number, until: number, more: Partial<Signup> = {}) =>
  ({ shift_id: 's1', starts_at: inMinutes(from), ends_at: inMinutes(until), ...more }) as Signup;

it('says from when on people check in, and offers nothing before', async () => {
  show(<CheckAtPlace signup={signup(40, 100)} />);
  expect(await screen.findByText('开始前半小时起，在现场扫码签到')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('offers coming until the shift is over', async () => {
  const { unmount } = show(<CheckAtPlace signup={signup(20, 80)} />);
  expect(await screen.findByRole('button', { name: '扫码签到' })).toBeVisible();
  unmount();
  show(<CheckAtPlace signup={signup(-70, -10)} />);
  expect(screen.queryByRole('button')).toBeNull();
});

it('offers going for half an hour after', async () => {
  const come = { checked_in_at: inMinutes(-70) };
  const { unmount } = show(<CheckAtPlace signup={signup(-70, -10, come)} />);
  expect(await screen.findByRole('button', { name: '扫码签退' })).toBeVisible();
  unmount();
  show(<CheckAtPlace signup={signup(-100, -40, come)} />);
  expect(await screen.findByText(/签到$/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
