/** Staff import a list of residents from Excel: its faults are named, the mended file is imported, and the people are there. */

import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { people, test } from './people';
import { look, visit } from './visit';

const file = (name: string) => fileURLToPath(new URL(`./files/${name}.xlsx`, import.meta.url));

test('a list with faults is refused row by row, mended, and imported', async ({ as }) => {
  const desk = await as(people.staff, 'desk');
  await visit(desk, '/staff/imports', 'Excel 导入');
  await desk.getByRole('link', { name: '导入表格' }).click();
  await look(desk, '导入表格');
  const carryOut = desk.getByRole('button', { name: '正式导入' });
  await expect(carryOut).toBeDisabled();

  const chosen = desk.locator('input[type=file]');
  await chosen.setInputFiles(file('residents-with-faults'));
  await expect(desk.getByText('有 2 处需要修改，改好之前不会导入任何内容')).toBeVisible();
  await expect(desk.getByRole('row', { name: /^2 手机/ })).toBeVisible();
  await expect(desk.getByRole('row', { name: /^4 楼栋/ })).toBeVisible();
  await expect(carryOut).toBeDisabled();
  await look(desk, '导入表格');

  await chosen.setInputFiles(file('residents'));
  await expect(desk.getByText('检查通过，可以导入')).toBeVisible();
  await carryOut.click();
  await desk.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await look(desk, 'residents.xlsx');
  await desk.getByRole('link', { name: '查看这次导入的居民' }).click();
  await look(desk, '居民名册');
  for (const name of ['欧阳春梅', '欧阳冬生', '司徒文']) await expect(desk.getByRole('link', { name })).toBeVisible();
});
