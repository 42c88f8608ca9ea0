/** An award's arithmetic in words. */

import { useTranslation } from 'react-i18next';
import type { AwardExplanation, CapCut, CapLeft, Factor } from '@/api';
import { whole } from '@/lib/format';

export function useArithmetic() {
  const { t } = useTranslation('staff-residents');
  const base = (award: AwardExplanation): string => {
    if (award.basis === 'hour') return t('sum.hour', { rate: award.rate, minutes: award.minutes ?? 0 });
    if (award.basis === 'level') return t('sum.level', { rate: award.rate, level: award.level ?? '' });
    return award.unit === 'household' ? t('sum.household', { rate: award.rate }) : t('sum.act', { rate: award.rate });
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
      t('sum.is', {
        sum: [base(award), ...award.factors.map(factor)].join(' × '),
        points: whole(award.computed),
      }),
    cut: ({ scope, period, cap, used }: CapCut) =>
      t('sum.cut', { scope: t(`scopes.${scope}`), period: t(`periods.${period}`), cap: whole(cap), used: whole(used) }),
    left: ({ scope, period, points }: CapLeft) =>
      t('sum.left', { scope: t(`scopes.${scope}`), period: t(`periods.${period}`), points: whole(points) }),
  };
}
