/** What an offer or voucher gives, in words. */

import { useTranslation } from 'react-i18next';
import type { Terms } from '@/api';
import { yuan } from '@/lib/format';

export function useOfferWords() {
  const { t } = useTranslation('phone');
  const gives = (terms: Terms): string => {
    if (terms.kind === 'free_item') return t('terms.free_item', { item: terms.item });
    if (terms.kind === 'spend_and_save') {
      return t('terms.spend_and_save', { spend: yuan(terms.min_spend_fen), save: yuan(terms.save_fen) });
    }
    const zhe = (100 - terms.percent_off) / 10;
    const most = terms.max_save_fen;
    return most
      ? t('terms.percent_up_to', { zhe, off: terms.percent_off, most: yuan(most) })
      : t('terms.percent', { zhe, off: terms.percent_off });
  };
  return { gives };
}
