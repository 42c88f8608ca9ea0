/** Pictures of every page that each role can come to, in docs/screenshots: `npm run screenshots`. */

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { people, test } from './people';
import { picture } from './picture';
import { settled } from './visit';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const NOT_FOR_THEM = /没有权限|没有找到这个页面|您还没有(门店|带的队伍)/;

/** Views behind buttons, to which no link leads. */
const views = {
  staff: ['/staff/activities?view=month'],
  phone: [
    '/phone/vouchers?view=closed',
    '/phone/activities?view=mine',
    '/phone/activities?view=past',
    '/phone/points?view=lots',
  ],
};

/** What an address looks like without what it is about: one of each is enough. */
const kindOf = (address: string) =>
  address
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'one')
    .replace(/\d{4}-\d\d/g, 'month')
    .replace(/\?view=(\w+)$/, '/$1')
    .replace(/[?#].*$|\/$/g, '');

/** The addresses of an application that name nothing in particular, from the files of its routes. */
function plain(application: 'staff' | 'phone'): string[] {
  const files = readdirSync(here(`../src/${application}/routes`), { recursive: true, encoding: 'utf8' });
  const paths = files
    .filter((file) => file.endsWith('.tsx') && !file.includes('$'))
    .map((file) => file.replace(/\.tsx$/, '').split(/[/.]/))
    .map((parts) => parts.filter((part) => part !== 'index' && !part.startsWith('_')));
  return [...new Set(paths.map((parts) => [`/${application}`, ...parts].join('/')))];
}

/** Goes from link to link, and takes one picture of each kind of page that was not taken before. */
async function wander(page: Page, role: string, application: 'staff' | 'phone', taken: Set<string>) {
  const queue = [...new Set([`/${application}`, ...plain(application), ...views[application]])];
  const queued = new Set(queue.map(kindOf));
  const linked = new Set<string>();
  const ledElsewhere = new Set<string>();
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    if (taken.has(kindOf(address)) && kindOf(address) !== `/${application}`) continue;
    await page.goto(address);
    // What does not come to rest is shown as it is, and named at the end.
    await settled(page).catch(() => expect.soft(address, 'has no heading, or goes on loading').toBeUndefined());
    if (NOT_FOR_THEM.test((await page.locator('body').textContent()) ?? '')) continue;
    // Who may not go there, or does not begin there, is led elsewhere.
    const { pathname, search } = new URL(page.url());
    const kind = kindOf(pathname + search);
    const isHome = kindOf(address) === `/${application}`;
    if (kind !== kindOf(address) && !isHome) ledElsewhere.add(kindOf(address));
    if (taken.has(kind) && !isHome) continue;
    taken.add(kind);
    for (const next of await page.locator(`a[href^="/${application}/"]`).all()) {
      const href = (await next.getAttribute('href')) ?? '';
      linked.add(kindOf(href));
      if (queued.has(kindOf(href))) continue;
      queued.add(kindOf(href));
      queue.push(href);
    }
    const name = `${kind.slice(1).replaceAll('/', '-')}${isHome ? `-${role}` : ''}`;
    await picture(page, name, application === 'staff' ? [1440, 390] : [390]);
  }
  expect
    .soft(
      [...ledElsewhere].filter((kind) => linked.has(kind)),
      `links of ${role} that lead elsewhere`,
    )
    .toEqual([]);
}

test('the desk', async ({ as }) => {
  test.setTimeout(900_000);
  const taken = new Set<string>();
  for (const role of ['administrator', 'staff', 'socialWorker'] as const) {
    await wander(await as(people[role], 'desk'), role, 'staff', taken);
  }
});

test('the phone', async ({ as }) => {
  test.setTimeout(900_000);
  const taken = new Set<string>();
  for (const role of ['resident', 'leader', 'blockHead', 'cashier', 'partnerManager'] as const) {
    await wander(await as(people[role], 'phone'), role, 'phone', taken);
  }
});
