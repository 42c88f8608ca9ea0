/** One picture of what is on screen, in docs/screenshots, as wide as its name says. */

import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { screens } from './people';

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const sizes = { 1440: screens.desk.viewport, 390: screens.phone.viewport } as const;

/** What is fetched as it comes near the screen has to be there, pictures above all. */
export async function picture(page: Page, name: string, widths: (keyof typeof sizes)[]) {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize(sizes[width]);
    await page.waitForLoadState('networkidle');
    await expect.soft(page.getByText('这个页面出错了'), `${name} at ${width}`).toHaveCount(0);
    await page.screenshot({ path: `${folder}${name}-${width}.png` });
  }
  if (before !== null) await page.setViewportSize(before);
}
