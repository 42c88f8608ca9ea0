/** The browser of the journeys: `LINLI_CHROMIUM` says where it is, as `make test` and `make screenshots` have found it. */

export function chromium(): string {
  const path = process.env.LINLI_CHROMIUM;
  if (path === undefined)
    throw new Error('Name a Chromium in LINLI_CHROMIUM, or run "make test" or "make screenshots".');
  return path;
}
