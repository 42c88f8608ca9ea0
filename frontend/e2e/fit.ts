/** Whether a page fits a phone: nothing reaches beyond its sides, and a thumb hits what it means to. */

import { expect, type Page } from '@playwright/test';

const TOUCH = 44;

/** Half a pixel is a matter of rounding. */
const SLACK = 0.5;

export async function expectToFit(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(beyond, `pixels of ${page.url()} beyond the side of the screen`).toBeLessThanOrEqual(0);
  if (!new URL(page.url()).pathname.startsWith('/phone')) return;
  const least = TOUCH - SLACK;
  const small = await page
    .locator('a, button, input, select, textarea, summary, [role="tab"]')
    .evaluateAll((found, least) => {
      const shown = found.filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
      // A link within a sentence is as high as its line; a box is hit by its label, too.
      const targets = shown
        .filter((one) => getComputedStyle(one).display !== 'inline')
        .map((one) => one.closest('label') ?? one);
      const isSmall = ({ width, height }: DOMRect) => height < least || width < least;
      return targets
        .filter((one) => isSmall(one.getBoundingClientRect()))
        .map(({ outerHTML }) => outerHTML.slice(0, 200));
    }, least);
  expect.soft(small, `targets on ${page.url()} that a thumb may miss`).toEqual([]);
}
