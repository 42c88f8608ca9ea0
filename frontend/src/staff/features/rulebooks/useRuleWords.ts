/** The values of a rule as a person reads them: what it gives, up to what, for whom, and who checks. */

import { useTranslation } from 'react-i18next';
import type { Cap, Clause, Eligibility, Multiplier, Rule, Rulebook } from '@/api';
import { listed, whole } from '@/lib/format';

export function useRuleWords() {
  const { t } = useTranslation('staff-rulebooks');
  const { t: common } = useTranslation('common');

  const points = ({ basis, unit, points, levels }: Rule) => {
    if (basis === 'level') return levels.map((level) => t('words.level', level));
    return [t(`words.${basis}_${unit}`, { points: whole(points) })];
  };
  const cap = ({ per, period, points }: Cap) =>
    t('words.cap', { per: t(`per.${per}`), period: t(`period.${period}`), points: whole(points) });
  const budgets = ({ budget }: Rule) =>
    budget ? [t('words.budget', { period: t(`period.${budget.period}`), points: whole(budget.points) })] : [];
  const caps = (rule: Rule) => [...rule.caps.map(cap), ...budgets(rule)];
  const multiplier = (one: Multiplier) => {
    const times = one.percent / 100;
    if (one.kind === 'night') return t('words.night', { from: one.from, to: one.to, times });
    if (one.kind === 'hardship') return t('words.hardship', { times });
    return t('words.category', {
      categories: listed(one.categories.map((category) => common(`categories.${category}`))),
      times,
    });
  };
  const forWhom = ({ min_age, max_age, buildings, teams }: Eligibility) => [
    ...(typeof min_age === 'number' ? [t('words.min_age', { age: min_age })] : []),
    ...(typeof max_age === 'number' ? [t('words.max_age', { age: max_age })] : []),
    ...(buildings.length > 0 ? [t('words.buildings', { count: buildings.length })] : []),
    ...(teams.length > 0 ? [t('words.teams', { count: teams.length })] : []),
  ];
  const conditions = (rule: Rule) => [...rule.multipliers.map(multiplier), ...forWhom(rule.eligibility)];
  const reviewed = ({ reviewers }: Rule) =>
    reviewers.kind === 'two_above'
      ? t('words.two_above', { points: whole(reviewers.points) })
      : t(`words.${reviewers.kind}`);
  const checks = (rule: Rule) => [
    reviewed(rule),
    ...(rule.check ? [rule.check] : []),
    ...(rule.evidence === 'photo' ? [t('words.photo')] : []),
    ...(rule.beneficiary_confirms ? [t('words.beneficiary')] : []),
  ];
  const expires = ({ expiry }: Rulebook) =>
    expiry.kind === 'months' ? t('words.months', { count: expiry.months }) : t(`words.${expiry.kind}`);
  const stars = (all: number[]) => listed(all.map((hours, index) => t('words.star', { stars: index + 1, hours })));
  const general = (book: Rulebook): { clause: Clause; label: string; words: string[] }[] => [
    { clause: 'caps', label: t('caps'), words: book.caps.length > 0 ? book.caps.map(cap) : [t('words.no_cap')] },
    { clause: 'expiry', label: t('expiry'), words: [expires(book)] },
    {
      clause: 'giving',
      label: t('giving'),
      words: [book.giving ? t('words.giving', { points: whole(book.giving.per_month) }) : t('words.no_giving')],
    },
    {
      clause: 'noshow',
      label: t('noshow'),
      words: [book.noshow ? t('words.noshow', { ...book.noshow }) : t('words.no_noshow')],
    },
    { clause: 'stars', label: t('stars'), words: [stars(book.stars)] },
  ];

  /** What a clause of a rule says; nothing of those that hold for all rules. */
  const ofRule = (clause: Clause, rule: Rule): string[] => {
    switch (clause) {
      case 'title':
        return [rule.title];
      case 'basis':
        return [t(`basis.${rule.basis}`)];
      case 'unit':
        return [t(`unit.${rule.unit}`)];
      case 'points':
      case 'levels':
        return points(rule);
      case 'multipliers':
        return rule.multipliers.map(multiplier);
      case 'caps':
        return rule.caps.map(cap);
      case 'budget':
        return budgets(rule);
      case 'eligibility':
        return forWhom(rule.eligibility);
      case 'evidence':
        return [t(`evidence.${rule.evidence}`)];
      case 'reviewers':
        return [reviewed(rule)];
      case 'beneficiary_confirms':
        return rule.beneficiary_confirms ? [t('words.beneficiary')] : [];
      case 'check':
        return [rule.check];
      case 'expiry':
      case 'giving':
      case 'noshow':
      case 'stars':
        return [];
    }
  };
  return { points, caps, conditions, checks, general, ofRule };
}
