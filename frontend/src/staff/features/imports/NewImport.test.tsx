/** An import: faults stand in its way, and the file that was looked at is the one that is sent. */

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import type { Import, ImportPreview } from '@/api';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { NewImport } from './NewImport';

const SHEET = new File(['a sheet'], '名册.xlsx');

const preview = (faults: ImportPreview['faults']): ImportPreview => ({
  kind: 'residents',
  rows: 2,
  residents: 2,
  households: 1,
  balances: 0,
  points: 0,
  fault_count: faults.length,
  faults,
});

const choose = async () => {
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('nowhere to drop a file');
  await userEvent.upload(input, SHEET);
};

it('names each fault by row and column, and does not import before they are gone', async () => {
  const detail = '第 3 行「手机」：不是手机号';
  const fault = { row: 3, column: 'phone', kind: 'phone-invalid', detail, detail_en: 'Row 3: no phone' } as const;
  server.use(http.post('*/api/v1/import-previews', () => HttpResponse.json(preview([fault]))));
  await showAtDesk(<NewImport />);
  expect(await screen.findByRole('button', { name: '正式导入' })).toBeDisabled();
  await choose();
  expect(await screen.findByText(detail)).toBeVisible();
  expect(screen.getByText('有 1 处需要修改，改好之前不会导入任何内容')).toBeVisible();
  expect(screen.getByRole('button', { name: '正式导入' })).toHaveAttribute('title', '表格还有需要修改的地方');
});

it('imports the very file that was looked at, under its name', async () => {
  const seen: string[] = [];
  const made: Import = {
    id: 'i1',
    kind: 'residents',
    state: 'made',
    file_name: '名册.xlsx',
    made_at: '2026-11-22T00:00:00Z',
    actor_id: 'u',
    actor_name: '李明',
    residents: 2,
    households: 1,
    balances: 0,
    points: 0,
  };
  server.use(
    http.post('*/api/v1/import-previews', async ({ request }) => {
      seen.push(await request.text());
      return HttpResponse.json(preview([]));
    }),
    http.post('*/api/v1/imports', async ({ request }) => {
      seen.push(await request.text(), new URL(request.url).searchParams.get('file_name') ?? '');
      return HttpResponse.json(made, { status: 201 });
    }),
  );
  const router = await showAtDesk(<NewImport />);
  await choose();
  expect(await screen.findByText('检查通过，可以导入')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '正式导入' }));
  await userEvent.click(await screen.findByRole('button', { name: '确定' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/imports/i1'));
  expect(seen).toEqual(['a sheet', 'a sheet', '名册.xlsx']);
});
