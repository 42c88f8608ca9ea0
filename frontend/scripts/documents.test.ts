/** The documents at the root and in docs: what they link to and show is there for whoever clones, and both READMEs say the same. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = '..';
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
const documents = tracked.filter((path) => /^(README[^/]*|docs\/.*)\.md$/.test(path));
const textOf = (path: string) => readFileSync(`${ROOT}/${path}`, 'utf8');

const isTracked = (path: string) => tracked.some((one) => one === path || one.startsWith(`${path}/`));

/** What a document links to or shows, but for other sites. */
function targets(text: string): string[] {
  const found = text.matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g);
  return [...found].map(([, link, shown]) => link ?? shown ?? '').filter((target) => !/^[a-z]+:/.test(target));
}

/** A heading as GitHub names its place. */
const placeOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');

function isThere(document: string, target: string): boolean {
  const [path = '', place] = target.split('#');
  const file = path === '' ? document : posix.join(posix.dirname(document), path);
  if (!isTracked(file)) return false;
  return (
    place === undefined || [...textOf(file).matchAll(/^#+ (.*)$/gm)].some(([, one]) => placeOf(one ?? '') === place)
  );
}

it.each(documents)('%s links to and shows only what is under version control', (document) => {
  expect(targets(textOf(document)).filter((target) => !isThere(document, target))).toEqual([]);
});

it('finds the documents, and pictures in them', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'docs/handbook.zh-CN.md']));
  expect(targets(textOf('README.md')).some((target) => target.endsWith('.png'))).toBe(true);
});

it('gives the same commands, settings and folders in both languages', () => {
  const code = (path: string) =>
    new Set([...textOf(path).matchAll(/`([^`\n]+)`|^((?:make|linli) \w+)/gm)].map(([, span, line]) => span ?? line));
  expect(code('README.zh-CN.md')).toEqual(code('README.md'));
});
