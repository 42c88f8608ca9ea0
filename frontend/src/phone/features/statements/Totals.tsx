/** What the lines of a statement add up to, in points and in yuan. */

import { useTranslation } from 'react-i18next';
import type { StatementTotals } from '@/api';
import { whole, yuan } from '@/lib/format';

export function Totals({ totals }: { totals: StatementTotals }) {
  const { t } = useTranslation('phone-statements');
  const figures = [
    [t('totals.confirmations'), whole(totals.confirmations)],
    [t('totals.points'), whole(totals.points)],
    [t('totals.bill'), yuan(totals.bill_fen)],
    [t('totals.discount'), yuan(totals.discount_fen)],
    ...(totals.corrections > 0 ? [[t('totals.corrections'), whole(totals.corrections)]] : []),
  ];
  return (
    <section className="card" aria-label={t('totals.label')}>
      <dl className="figures" data-pairs>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
