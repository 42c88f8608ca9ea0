/** Why points have their figure: the server's sentence in Chinese (`{{text}}` in those words), one of its values in English. */

import { useTranslation } from 'react-i18next';
import type { AwardExplanation, TransferFacts } from '@/api';
import { civilDay, clauses } from './format';
import { useArithmetic } from './useArithmetic';

export function useExplanation() {
  const { t } = useTranslation('explanations');
  const { arithmetic, cut, left } = useArithmetic();

  const award = (text: string, one: AwardExplanation): string => {
    const { rule_title: title, rule_code: code, version, note } = one;
    const steps = [arithmetic(one), ...(one.cut ? [cut(one.cut)] : []), ...one.left.map(left), ...(note ? [note] : [])];
    return t('text.award', { text, title, code, version, steps: clauses(steps) });
  };

  const transfer = ({ text, explanation: one }: Pick<TransferFacts, 'text' | 'explanation'>): string => {
    switch (one.kind) {
      case 'award':
        return award(text, one);
      case 'voucher':
        return one.share == null
          ? t('text.voucher', { text, ...one, count: one.price })
          : t('text.voucher_shared', { text, ...one, count: one.price });
      case 'order':
        return one.share == null
          ? t('text.order', { text, ...one, count: one.total })
          : t('text.order_shared', { text, ...one, count: one.total });
      case 'opening': {
        const { note, imported } = one;
        if (!imported) return t('text.opening', { text, note });
        const said = { text, note, file: imported.file_name, row: imported.row };
        return note === '' ? t('text.opening_imported', said) : t('text.opening_imported_note', said);
      }
      case 'reversal':
      case 'adjustment':
      case 'deduction':
        return t(`text.${one.kind}`, { text, reason: one.reason });
      case 'debt':
        return t('text.debt', { text, count: one.owed });
      case 'repayment':
        return t('text.repayment', { text, count: one.left });
      case 'expiry':
        return t('text.expiry', { text, day: civilDay(one.lapsed_on) });
      case 'gift':
        return one.note === '' ? t('text.gift', { text, ...one }) : t('text.gift_note', { text, ...one });
      case 'donation':
        return one.note === '' ? t('text.donation', { text, ...one }) : t('text.donation_note', { text, ...one });
      case 'grant':
        return t('text.grant', { text, ...one });
    }
  };
  return { award, transfer };
}
