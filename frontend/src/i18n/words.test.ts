/** The English words fill in what the Chinese ones do: the compiler checks the calls against the Chinese alone. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Words = { [key: string]: string | Words };

/** A discount is `{{zhe}}` of ten in Chinese and `{{off}}` percent in English. */
const SAID_OTHERWISE = ['phone:terms.percent', 'phone:terms.percent_up_to', 'staff-offers:terms.percent'];

const flat = (words: Words, before: string): [string, string][] =>
  Object.entries(words).flatMap(([key, one]) =>
    typeof one === 'string' ? [[before + key, one]] : flat(one, `${before}${key}.`),
  );

const wordsIn = (language: string): Map<string, string> => {
  const folder = `src/i18n/${language}`;
  const files = readdirSync(folder).map((file) => file.replace('.json', ''));
  return new Map(
    files.flatMap((name) => flat(JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Words, `${name}:`)),
  );
};

const filledIn = (words: string) => [...new Set(words.match(/(?<=\{\{)\w+/g))].sort();

const chinese = wordsIn('zh-CN');
const english = wordsIn('en');
const chineseOf = (key: string) => chinese.get(key) ?? chinese.get(key.replace(/_(one|other)$/, ''));

it('fills in the same in both languages', () => {
  const differ = [...english].filter(([key, words]) => {
    const model = chineseOf(key);
    // Of what the server says in Chinese, the English is made of its values.
    if (model === '{{text}}' || SAID_OTHERWISE.includes(key)) return false;
    return model === undefined || String(filledIn(words)) !== String(filledIn(model));
  });
  expect(differ).toEqual([]);
});

it('counts one and several', () => {
  const lonely = [...english.keys()].filter(
    (key) => key.endsWith('_one') && !chinese.has(key) && !english.has(key.replace(/_one$/, '_other')),
  );
  expect(lonely).toEqual([]);
});
