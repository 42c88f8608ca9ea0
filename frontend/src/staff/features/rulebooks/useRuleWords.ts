/** The values of a rule as a person reads them: what it gives, up to what, for whom, and who checks. */

import { useTranslation } from 'react-i18next';
import type { Cap, Multiplier, Rule, Rulebook } from '@/api';
import { whole } from '@/lib/format';

export function useRuleWords() {
  const { t } = useTranslation('staff-rulebooks');
  const { t: common } = useTranslation('common');

  const points = ({ basis, unit, points, levels }: Rule) => {
    if (basis === 'level') return levels.map((level) => t('words.level', level));
    return [t(`words.${basis}_${unit}`, { points: whole(points) })];
  };
  const cap = ({ per, period, points }: Cap) =>
    t('words.cap', { per: t(`per.${per}`), period: t(`period.${period}`), points: whole(points) });
  const caps = ({ caps: all, budget }: Rule) => [
    ...all.map(cap),
    ...(budget ? [t('words.budget', { period: t(`period.${budget.period}`), points: whole(budget.points) })] : []),
  ];
  const multiplier = (one: Multiplier) => {
    const times = one.percent / 100;
    if (one.kind === 'night') return t('words.night', { from: one.from, to: one.to, times });
    if (one.kind === 'hardship') return t('words.hardship', { times });
    return t('words.category', {
      categories: one.categories.map((category) => common(`categories.${category}`)).join(t('words.and')),
      times,
    });
  };
  const conditions = ({ multipliers, eligibility: { min_age, max_age, buildings, teams } }: Rule) => [
    ...multipliers.map(multiplier),
    ...(typeof min_age === 'number' ? [t('words.min_age', { age: min_age })] : []),
    ...(typeof max_age === 'number' ? [t('words.max_age', { age: max_age })] : []),
    ...(buildings.length > 0 ? [t('words.buildings', { count: buildings.length })] : []),
    ...(teams.length > 0 ? [t('words.teams', { count: teams.length })] : []),
  ];
  const checks = ({ reviewers, check, evidence, beneficiary_confirms }: Rule) => [
    reviewers.kind === 'two_above'
      ? t('words.two_above', { points: whole(reviewers.points) })
      : t(`words.${reviewers.kind}`),
    ...(check ? [check] : []),
    ...(evidence === 'photo' ? [t('words.photo')] : []),
    ...(beneficiary_confirms ? [t('words.beneficiary')] : []),
  ];
  const general = (book: Rulebook) => [
    { label: t('caps'), words: book.caps.length > 0 ? book.caps.map(cap) : [t('words.no_cap')] },
    {
      label: t('expiry'),
      words: [
        book.expiry.kind === 'months'
          ? t('words.months', { months: book.expiry.months })
          : t(`words.${book.expiry.kind}`),
      ],
    },
    {
      label: t('giving'),
      words: [book.giving ? t('words.giving', { points: whole(book.giving.per_month) }) : t('words.no_giving')],
    },
    { label: t('noshow'), words: [book.noshow ? t('words.noshow', { ...book.noshow }) : t('words.no_noshow')] },
    {
      label: t('stars'),
      words: [book.stars.map((hours, index) => t('words.star', { stars: index + 1, hours })).join(t('words.and'))],
    },
  ];
  return { points, caps, conditions, checks, general };
}
