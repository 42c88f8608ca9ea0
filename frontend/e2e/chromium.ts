/** The Chromium that is installed on this machine. */

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where it is; `LINLI_CHROMIUM` names another. */
export function chromium(): string {
  const named = process.env.LINLI_CHROMIUM;
  if (named !== undefined) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(`The journeys need Chromium: install one of ${names.join(', ')}, or name it in LINLI_CHROMIUM.`);
  }
  return found;
}
