/** Why a figure is what it is: the rule, the arithmetic step by step, which cap cut it, and what is left. */

import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentTransfer } from '@/api';
import { civilDay, listed, whole } from '@/lib/format';
import { useArithmetic } from '@/lib/useArithmetic';
import { ResidentLink } from '../../ui/ResidentLink';

export function ExplanationShown({ transfer }: { transfer: ResidentTransfer }) {
  const { t } = useTranslation('staff-residents');
  const { t: shared } = useTranslation('staff');
  const words = useArithmetic();
  const { explanation, deed_on, parts, on_behalf_of } = transfer;
  const award = explanation.kind === 'award' ? explanation : undefined;
  const lines: [string, ReactNode][] = [
    [t('why.caused'), shared(`causes.${transfer.cause.kind}`)],
    [t('why.deed_on'), deed_on && civilDay(deed_on)],
    [
      t('why.rule'),
      award && t('why.rule_of', { title: award.rule_title, code: award.rule_code, version: award.version }),
    ],
    [t('why.arithmetic'), award && words.arithmetic(award)],
    [t('why.cut'), award?.cut && words.cut(award.cut)],
    [t('why.left'), award && listed(award.left.map(words.left))],
    [t('why.note'), award?.note],
    [
      t('why.lots'),
      listed(
        parts.map(({ points, lapses_on }) =>
          lapses_on
            ? t('why.part', { points: whole(points), day: civilDay(lapses_on) })
            : t('why.part_never', { points: whole(points) }),
        ),
      ),
    ],
    [t('why.on_behalf'), on_behalf_of && <ResidentLink id={on_behalf_of} />],
  ];
  return (
    <Descriptions
      size="small"
      column={1}
      items={lines
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}
