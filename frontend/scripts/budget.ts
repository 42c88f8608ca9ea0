/** What a first visit has to load, packed as the server sends it (gzip -9): fails where that is more than it may be. */

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

interface Visit {
  page: string;
  /** In thousands of bytes. */
  most: number;
  /** What the page asks for by itself before its first screen is whole. */
  landing: string[];
}

const screen = (path: string) => `src/${path}.tsx?tsr-split=component`;
const words = (...names: string[]) => names.map((name) => `src/i18n/zh-CN/${name}.json`);

const visits: Visit[] = [
  {
    page: 'phone/index.html',
    most: 170,
    landing: [
      screen('phone/routes/_person'),
      screen('phone/routes/_person/index'),
      ...words('common', 'phone', 'phone-home'),
    ],
  },
  {
    page: 'staff/index.html',
    most: 450,
    landing: [
      screen('staff/routes/_desk'),
      screen('staff/routes/_desk/index'),
      ...words('common', 'staff', 'staff-home', 'staff-activities'),
    ],
  },
];

const chunks: Record<string, Chunk> = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

/** The files of the chunks and of all that they import. */
function filesOf(names: string[], files = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = chunks[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}: is it still what one lands on?`);
    if (files.has(chunk.file)) continue;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    filesOf(chunk.imports ?? [], files);
  }
  return files;
}

const packed = (file: string) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;

for (const { page, most, landing } of visits) {
  const files = [page, ...filesOf([page, ...landing])];
  const size = files.reduce((sum, file) => sum + packed(file), 0) / 1000;
  const isTooMuch = size > most;
  console.log(`${page}: ${size.toFixed(1)} kB of ${most} kB in ${files.length} files${isTooMuch ? ': too much' : ''}`);
  if (isTooMuch) process.exitCode = 1;
}
