import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show } from '../../testing/show';
import { Mark } from './Mark';

const line = { household_id: 'h1', door: '1单元302', reversed: false };

it('records a household that did not keep the pact, with the reason', async () => {
  const record = vi.fn(() => Promise.resolve());
  show(<Mark line={line} settled={false} record={record} />);
  await userEvent.click(await screen.findByRole('button', { name: '登记1单元302' }));
  await userEvent.type(screen.getByLabelText('说明（可不填）'), '楼道堆物');
  await userEvent.click(screen.getByRole('button', { name: '未守约' }));
  expect(record).toHaveBeenCalledExactlyOnceWith([{ household_id: 'h1', kept: false, note: '楼道堆物' }]);
  expect(await screen.findByText('已登记')).toBeVisible();
});

it('takes a mark out again, and offers nothing once the month is settled', async () => {
  const record = vi.fn(() => Promise.resolve());
  const { unmount } = show(<Mark line={{ ...line, kept: true }} settled={false} record={record} />);
  await userEvent.click(await screen.findByRole('button', { name: '登记1单元302' }));
  await userEvent.click(screen.getByRole('button', { name: '清除登记' }));
  expect(record).toHaveBeenCalledExactlyOnceWith([{ household_id: 'h1', kept: null }]);
  unmount();
  show(<Mark line={{ ...line, kept: true }} settled record={record} />);
  expect(await screen.findByText('守约')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
