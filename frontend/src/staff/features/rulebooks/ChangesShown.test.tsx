/** What changes is said from the values of both versions, in the reader's language. */

import { screen } from '@testing-library/react';
import i18n from 'i18next';
import { afterEach, expect, it } from 'vitest';
import type { Rule, Rulebook, RulebookChanges } from '@/api';
import { showAtDesk } from '../../testing/showAtDesk';
import { ChangesShown } from './ChangesShown';

const rule: Rule = {
  code: 'CLEAN',
  title: '清洁家园',
  basis: 'hour',
  points: 2,
  levels: [],
  unit: 'resident',
  multipliers: [],
  caps: [],
  budget: null,
  eligibility: { min_age: null, max_age: null, buildings: [], teams: [] },
  evidence: 'none',
  reviewers: { kind: 'one' },
  beneficiary_confirms: false,
  check: '队长',
};
const dearer: Rule = { ...rule, points: 3, reviewers: { kind: 'two_above', points: 4 } };
const book: Rulebook = { rules: [rule], caps: [], expiry: { kind: 'never' }, stars: [] };
const said = { before: '服务器的话', after: '服务器的话' };
const changes: RulebookChanges = {
  since: 'v1',
  id: 'v2',
  book: [{ clause: 'expiry', ...said }],
  rules: [
    {
      code: 'CLEAN',
      before: rule,
      after: dearer,
      clauses: [
        { clause: 'points', ...said },
        { clause: 'reviewers', ...said },
      ],
    },
  ],
};

afterEach(() => i18n.changeLanguage('zh-CN'));

it.each([
  ['zh-CN', ['长期有效', '自得分起 1 个月内有效', '每小时 2 分', '每小时 3 分', '一人审核', '超过 4 分须两人审核']],
  [
    'en',
    [
      'Never lapse',
      'Valid for 1 month after earning',
      '2 an hour',
      '3 an hour',
      'One reviewer',
      'Two reviewers above 4 points',
    ],
  ],
])('says in %s what was and what is: %j', async (language, words) => {
  await i18n.changeLanguage(language);
  const to: Rulebook = { ...book, rules: [dearer], expiry: { kind: 'months', months: 1 } };
  await showAtDesk(<ChangesShown changes={changes} from={book} to={to} />);
  for (const one of words) expect(await screen.findByText(one)).toBeVisible();
  expect(screen.queryByText('服务器的话')).not.toBeInTheDocument();
});
