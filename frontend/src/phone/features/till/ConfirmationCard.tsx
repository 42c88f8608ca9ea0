/** A confirmation in the list of its day; while there is time it can be undone here. */

import { useTranslation } from 'react-i18next';
import type { Confirmation } from '@/api';
import { clock, grouped, moment, yuan } from '@/lib/format';
import { UndoButton } from './UndoButton';

export function ConfirmationCard({ confirmation }: { confirmation: Confirmation }) {
  const { t } = useTranslation('phone-till');
  const { code, resident_name, offer_title, bill_fen, discount_fen, to_collect_fen, confirmed_at } = confirmation;
  const { undone_at, correction } = confirmation;
  const isVoid = undone_at != null || correction != null;
  return (
    <article className="card">
      <div className="row">
        <h2>{t('today.line', { at: clock(confirmed_at), name: resident_name })}</h2>
        {bill_fen > 0 && <strong className={isVoid ? 'number struck' : 'number'}>{yuan(to_collect_fen)}</strong>}
      </div>
      <p className="row">
        <span>{offer_title}</span>
        {bill_fen > 0 && <span className="soft number">{t('today.off', { discount: yuan(discount_fen) })}</span>}
      </p>
      <p className="soft number">{grouped(code)}</p>
      {undone_at && <p className="status">{t('today.undone', { at: clock(undone_at) })}</p>}
      {correction && (
        <p className="note">
          {t('today.corrected', { at: moment(correction.corrected_at), reason: correction.reason })}
        </p>
      )}
      <UndoButton confirmation={confirmation} />
    </article>
  );
}
