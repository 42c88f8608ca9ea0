/** The arithmetic of an award, step by step: what was counted, what multiplied it, which cap cut it, what is left. */

import { useTranslation } from 'react-i18next';
import type { AwardExplanation, Factor } from '@/api';
import { whole } from '@/lib/format';
import { Facts } from '../../ui/Facts';

export function AwardShown({ award }: { award: AwardExplanation }) {
  const { t } = useTranslation('phone-points');
  const counted = {
    act: t('award.act', { rate: award.rate }),
    hour: t('award.hour', { rate: award.rate, count: award.minutes ?? 0 }),
    level: t('award.level', { rate: award.rate, level: award.level ?? '' }),
  }[award.basis];
  const { cut } = award;
  return (
    <Facts
      of={[
        [t('award.rule'), t('award.rule_version', { title: award.rule_title, version: award.version })],
        [t('award.counted'), counted],
        ...award.factors.map((factor): [string, string] => [t(`award.factors.${factor.kind}`), times(factor)]),
        [t('award.computed'), t('award.points', { points: whole(award.computed) })],
        [
          t('award.cut'),
          cut && t(`award.cuts.${cut.scope}`, { cap: cut.cap, used: cut.used, period: t(`periods.${cut.period}`) }),
        ],
        [t('award.awarded'), t('award.points', { points: whole(award.awarded) })],
        [
          t('award.left'),
          award.left
            .map((left) =>
              t(`award.lefts.${left.scope}`, { points: whole(left.points), period: t(`now.${left.period}`) }),
            )
            .join('\n'),
        ],
      ]}
    />
  );
}

const times = (factor: Factor) => `× ${factor.percent / 100}`;
