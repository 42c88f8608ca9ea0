/** Journeys in a real browser against the real server and data base: `npm run e2e`; `LINLI_BASE` names a server that runs already. */

import { defineConfig } from '@playwright/test';
import { chromium } from './e2e/chromium';

/** The browser's own fields, for days and times, in the language of the pages. */
const inChinese = { executablePath: chromium(), env: { ...process.env, LANGUAGE: 'zh_CN' } };

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/server.ts',
  outputDir: 'test-results',
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: 'journeys', testMatch: '*.spec.ts' },
    { name: 'screenshots', testMatch: ['screenshots.ts', 'scenes.ts'], use: { launchOptions: inChinese } },
  ],
  reporter: [['list'], ['./scripts/closing.ts']],
  use: {
    // The global set-up has put it there by the time that a worker reads this.
    baseURL: process.env.LINLI_BASE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    contextOptions: { reducedMotion: 'reduce' },
    serviceWorkers: 'block',
    launchOptions: { executablePath: chromium() },
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
  },
});
