/** All that the client has to pass besides its tests, one after the other: `npm run gates`. */

import { spawnSync } from 'node:child_process';

const gates: [string, ...string[]][] = [
  // Form and lint of the sources.
  ['biome', 'ci', '.'],
  // The whole client, with its types of the API, of words and of addresses, which the next needs.
  ['npm', 'run', '--silent', 'build'],
  // Types of the desk and of the tests in the browser.
  ['tsc', '-p', 'tsconfig.staff.json'],
  // Types of the phone.
  ['tsc', '-p', 'tsconfig.phone.json'],
  // Every Chinese word stands in English too.
  ['i18next-cli', 'status'],
  // No words in the code. (`extract --ci` is no gate: it does not know keys that are made of a union.)
  ['i18next-cli', 'lint'],
  // What a first visit loads is as small as it may be.
  ['npm', 'run', '--silent', 'budget'],
];

for (const [program, ...words] of gates) {
  console.log(`— ${program} ${words.join(' ')}`);
  const { status } = spawnSync(program, words, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`stopped at: ${program} ${words.join(' ')}`);
    process.exit(1);
  }
}
