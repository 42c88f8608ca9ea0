/** A camera that shows one picture: a clip that Chromium takes for what its camera sees. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, PlaywrightWorkerArgs } from '@playwright/test';

const FRAMES = 30;

/** A browser whose camera looks at what stands at the place; closing it takes its clip away. */
export async function lookingAt(
  playwright: PlaywrightWorkerArgs['playwright'],
  browser: Browser,
  place: Locator,
): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-camera-'));
  const clip = join(folder, 'code.mjpeg');
  const frame = await framed(browser, await place.screenshot());
  writeFileSync(clip, Buffer.concat(Array.from({ length: FRAMES }, () => frame)));
  const seeing = await playwright.chromium.launch({
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${clip}`,
    ],
  });
  seeing.on('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return seeing;
}

/** The picture as a camera of 640 × 480 has it: in the middle, with the shop around it. */
async function framed(browser: Browser, picture: Buffer): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 }, deviceScaleFactor: 1 });
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:#ddd"><img alt="" style="width:380px" src="${source}"></body>`,
  );
  const frame = await page.screenshot({ type: 'jpeg', quality: 95 });
  await page.close();
  return frame;
}
