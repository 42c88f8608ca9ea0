/** A line of a statement: a confirmation, or what the community put right later. */

import { useTranslation } from 'react-i18next';
import type { StoreStatement } from '@/api';
import { clock, yuan } from '@/lib/format';
import { Status } from '../../ui/Status';

export type StatementLine = StoreStatement['items'][number];

export function Line({ line, isDisputed }: { line: StatementLine; isDisputed: boolean }) {
  const { t } = useTranslation('phone-statements');
  const { kind, at, code, offer_title, bill_fen, discount_fen, points, cashier_name, undone_at } = line;
  return (
    <li className="line">
      <span>
        <strong>{offer_title}</strong>
        <span className="sub number">{t('line.who', { at: clock(at), code, cashier: cashier_name })}</span>
        {kind === 'correction' && <Status tone="warning">{t('line.correction')}</Status>}
        {undone_at && <Status>{t('line.undone')}</Status>}
        {isDisputed && <Status tone="waiting">{t('line.disputed')}</Status>}
      </span>
      <span className={undone_at ? 'sums struck' : 'sums'}>
        {bill_fen !== 0 && (
          <>
            <span>{yuan(bill_fen)}</span>
            <span className="soft">{t('line.discount', { discount: yuan(discount_fen) })}</span>
          </>
        )}
        <span className="soft">{t('line.points', { count: points })}</span>
      </span>
    </li>
  );
}
