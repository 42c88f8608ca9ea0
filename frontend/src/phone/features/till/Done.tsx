/** A confirmation that was made: what to collect, in big figures, and the way back. */

import { useTranslation } from 'react-i18next';
import type { Confirmation } from '@/api';
import { clock, yuan } from '@/lib/format';
import { UndoButton } from './UndoButton';

interface Props {
  confirmation: Confirmation;
  late: boolean;
  onUndone: (confirmation: Confirmation) => void;
}

export function Done({ confirmation, late, onUndone }: Props) {
  const { t } = useTranslation('phone-till');
  const { resident_name, offer_title, bill_fen, discount_fen, to_collect_fen, confirmed_at } = confirmation;
  const { uses, used } = confirmation;
  if (confirmation.undone_at) {
    return (
      <>
        <h2>{t('outcome.undone')}</h2>
        <p>{t('outcome.whose', { name: resident_name, offer: offer_title })}</p>
      </>
    );
  }
  return (
    <>
      <h2>{t(late ? 'outcome.done_late' : 'outcome.done', { at: clock(confirmed_at) })}</h2>
      {bill_fen > 0 ? (
        <p className="sum">
          <span>{t('collect')}</span>
          <span className="big">{yuan(to_collect_fen)}</span>
        </p>
      ) : (
        <p className="gift">{offer_title}</p>
      )}
      <p>
        {bill_fen > 0
          ? t('outcome.bill', { name: resident_name, offer: offer_title, discount: yuan(discount_fen) })
          : t('outcome.free', { name: resident_name })}
      </p>
      {uses > 1 && <p>{t('outcome.uses', { used, left: uses - used })}</p>}
      <UndoButton confirmation={confirmation} onUndone={onUndone} />
    </>
  );
}
