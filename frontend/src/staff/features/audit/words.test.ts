/** Acts have the same words on the screen and in the workbook that the server makes, and none is without. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kind, verb } from '@/i18n/zh-CN/staff-audit.json';
import { actions, subjectKinds } from './actions';

const SERVER = '../backend/api/src';

/** What the server's workbook says of each act. */
function inWorkbook(): [string, string][] {
  const table = readFileSync(`${SERVER}/audit/words.rs`, 'utf8').matchAll(/^ {4}\("([a-z_.]+)", "(.+)"\),$/gm);
  return [...table].map(([, act, words]) => [act ?? '', words ?? '']);
}

/** What the desk says of each act. */
const onScreen = Object.entries(verb).flatMap(([of, verbs]) =>
  Object.entries(verbs).map(([does, words]): [string, string] => [
    `${of}.${does}`,
    `${kind[of as keyof typeof kind]}：${words}`,
  ]),
);

/** Acts as they stand in the server's sources. */
function written(): string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.rs'));
  const sources = files
    .filter((file) => file !== 'audit/words.rs')
    .map((file) => readFileSync(`${SERVER}/${file}`, 'utf8'));
  const quoted = sources.join('\n').matchAll(/"([a-z_]+)\.([a-z_]+)"/g);
  const acts = [...quoted].filter(([, of, does]) => of !== undefined && of in kind && does !== 'json');
  return [...new Set(acts.map(([, of, does]) => `${of}.${does}`))];
}

it('says of each act in the workbook what the desk says', () => {
  expect(inWorkbook().sort()).toEqual(onScreen.toSorted());
});

it('asks for every act that has words, of every kind', () => {
  expect([...actions].sort()).toEqual(onScreen.map(([act]) => act).sort());
  expect([...subjectKinds].sort()).toEqual(Object.keys(kind).sort());
});

it('has words for whatever the server writes, and for nothing else', () => {
  expect(written().sort()).toEqual(onScreen.map(([act]) => act).sort());
});
