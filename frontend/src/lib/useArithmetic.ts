/** An award's arithmetic in words. */

import { useTranslation } from 'react-i18next';
import type { AwardExplanation, CapCut, CapLeft, Factor } from '@/api';
import { whole } from './format';

export function useArithmetic() {
  const { t } = useTranslation('explanations');
  const base = ({ basis, unit, rate: count, minutes, level }: AwardExplanation): string => {
    if (basis === 'hour') return t('sum.hour', { count, minutes: minutes ?? 0 });
    if (basis === 'level') return t('sum.level', { count, level: level ?? '' });
    return unit === 'household' ? t('sum.household', { count }) : t('sum.act', { count });
  };
  const factor = (one: Factor): string => {
    if (one.kind === 'night') {
      return one.minutes == null
        ? t('sum.night', { percent: one.percent })
        : t('sum.night_minutes', { percent: one.percent, minutes: one.minutes });
    }
    return one.kind === 'hardship'
      ? t('sum.hardship', { percent: one.percent })
      : t('sum.category', { percent: one.percent });
  };
  return {
    /** `2 分/小时 × 90 分钟 ＝ 3 分`. */
    arithmetic: (award: AwardExplanation) =>
      t('sum.is', { sum: [base(award), ...award.factors.map(factor)].join(' × '), count: award.computed }),
    cut: ({ scope, period, cap, used }: CapCut) =>
      t('sum.cut', { scope: t(`scopes.${scope}`), period: t(`periods.${period}`), cap: whole(cap), used: whole(used) }),
    left: ({ scope, period, points }: CapLeft) =>
      t('sum.left', { scope: t(`scopes.${scope}`), period: t(`periods.${period}`), points: whole(points) }),
  };
}
