import { expect, it } from 'vitest';
import type { Rule } from '@/api';
import { deedOf, newDraft } from './deed';

const rule = (basis: Rule['basis']): Rule => ({
  code: 'ELDER',
  title: '帮扶老人',
  basis,
  points: 3,
  levels: [],
  unit: 'resident',
  multipliers: [],
  caps: [],
  eligibility: { buildings: [], teams: [] },
  evidence: 'none',
  reviewers: { kind: 'one' },
  beneficiary_confirms: true,
  check: '受益人',
});

const draft = {
  ...newDraft(),
  rule_code: 'ELDER',
  began_at: '2026-11-22T09:30',
  minutes: '45',
  level: '区级',
  hardship: true,
  description: ' 陪老人取药 ',
  place: '  ',
};

it('sends what the rule asks about and nothing else, with the moment in UTC', () => {
  expect(deedOf(draft, rule('hour'))).toMatchObject({
    began_at: '2026-11-22T01:30:00.000Z',
    minutes: 45,
    level: null,
    hardship: false,
    description: '陪老人取药',
    place: null,
  });
  expect(deedOf(draft, rule('level'))).toMatchObject({ minutes: null, level: '区级' });
});
