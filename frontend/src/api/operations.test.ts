/** What the API can do and no screen does: only what is named here with its reason. Nothing is forgotten, nothing stays named in vain. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

/** Nobody is meant to do these on a screen. */
const NOT_FOR_SCREENS: Record<string, string> = {
  get_keys: 'programs that check access tokens',
  list_communities: 'the platform operator, on the command line',
  create_community: 'the platform operator, on the command line',
  get_community: 'the platform operator, on the command line',
  get_user: 'programs that have an identifier: screens list accounts, and lists say who did something',
};

/** Screens that are still to be built: this list only shrinks. */
const NOT_YET: string[] = [];

type Paths = Record<string, Record<string, { operationId?: string }>>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Names of operations by how they are asked: `get /api/v1/residents`. */
function operations(): Map<string, string> {
  const { paths } = parse(readFileSync('../openapi.yaml', 'utf8')) as { paths: Paths };
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { operationId }]): [string, string][] =>
      METHODS.includes(method) && operationId !== undefined ? [[`${method} ${path}`, operationId]] : [],
    ),
  );
  return new Map(all);
}

/** What the sources ask: `'get', '/api/v1/…'` of queries and commands, `api.GET('/api/v1/…'`, `ask('/api/v1/…', { method: 'POST'`. */
function asked(): Set<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const ours = files.filter((file) => /\.tsx?$/.test(file) && !/\.(test|gen)\.tsx?$/.test(file));
  const text = ours.map((file) => readFileSync(`src/${file}`, 'utf8')).join('\n');
  const named = text.matchAll(/['.](get|post|put|patch|delete)['(],?\s*'(\/api\/v1\/[^']*)'/gi);
  const fetched = text.matchAll(/ask\('(\/api\/v1\/[^']*)', \{ method: '([A-Z]+)'/g);
  return new Set([
    ...[...named].map(([, method, path]) => `${method?.toLowerCase()} ${path}`),
    ...[...fetched].map(([, path, method]) => `${method?.toLowerCase()} ${path}`),
  ]);
}

const known = operations();
const used = asked();
const idle = [...known].filter(([how]) => !used.has(how)).map(([, name]) => name);

it('has a screen for every operation that is meant for people', () => {
  const excused = new Set([...Object.keys(NOT_FOR_SCREENS), ...NOT_YET]);
  expect(idle.filter((name) => !excused.has(name)).sort()).toEqual([]);
});

it('names none that a screen does by now, and none that is no more', () => {
  const named = [...Object.keys(NOT_FOR_SCREENS), ...NOT_YET];
  expect(named.filter((name) => !idle.includes(name))).toEqual([]);
});

it('names each once', () => {
  const named = [...Object.keys(NOT_FOR_SCREENS), ...NOT_YET];
  expect(named.length).toBe(new Set(named).size);
});

it('asks nothing that the API does not have', () => {
  expect([...used].filter((how) => !known.has(how))).toEqual([]);
});
