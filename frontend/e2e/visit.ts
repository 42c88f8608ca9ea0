/** Looking at a page as a person and as axe do: it has its heading, has loaded, fits the screen, and has no fault of accessibility. */

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { expectToFit } from './fit';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Goes to an address and looks at what is there. */
export async function visit(page: Page, path: string, title?: string | RegExp) {
  await page.goto(path);
  await look(page, title);
}

/** Looks at the page that is there, or will be in a moment. */
export async function look(page: Page, title?: string | RegExp) {
  await settled(page, title);
  await expectToFit(page);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  const faults = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
  expect(faults, `faults of accessibility on ${page.url()}`).toEqual([]);
}

/** Waits until the page has its heading and waits for no answer. */
export async function settled(page: Page, title?: string | RegExp) {
  const heading = page.getByRole('heading', { level: 1, ...(title !== undefined && { name: title }) });
  await expect(heading).toBeVisible();
  await expect(page.locator('.spinner, .ant-spin-spinning')).toHaveCount(0);
}
