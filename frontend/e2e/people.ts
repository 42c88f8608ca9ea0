/** Who acts in a journey: people of the demonstration community, each in a browser of their own. */

import { type APIRequestContext, type BrowserContext, test as base, type Page } from '@playwright/test';

export const PASSWORD = 'linli-demo';

export const people = {
  administrator: '19900000002',
  staff: '19900000003',
  socialWorker: '19900000004',
  leader: '19900000005',
  partnerManager: '19900000006',
  cashier: '19900000007',
  resident: '19900000008',
  blockHead: '19900000009',
} as const;

export const screens = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

/** Signs a browser in: it gets the cookie that the applications renew. */
export async function signIn(request: APIRequestContext, phone: string): Promise<string> {
  const answer = await request.post('/api/v1/sessions', { data: { phone, password: PASSWORD } });
  if (!answer.ok()) throw new Error(`${phone} cannot sign in: ${await answer.text()}`);
  const { access_token } = await answer.json();
  return access_token;
}

interface Fixtures {
  /** A page of somebody who is signed in. */
  as: (phone: string, screen: keyof typeof screens) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  as: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (phone, screen) => {
      const context = await browser.newContext(screens[screen]);
      contexts.push(context);
      await signIn(context.request, phone);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
