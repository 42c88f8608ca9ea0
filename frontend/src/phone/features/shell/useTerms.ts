/** What an offer gives, in a few words. */

import { useTranslation } from 'react-i18next';
import type { Terms } from '@/api';
import { yuan } from '@/lib/format';

export function useTerms() {
  const { t } = useTranslation('phone-till');
  return (terms: Terms): string => {
    switch (terms.kind) {
      case 'spend_and_save':
        return t('terms.spend_and_save', { bill: yuan(terms.min_spend_fen), discount: yuan(terms.save_fen) });
      case 'percent':
        return terms.max_save_fen == null
          ? t('terms.percent', { percent: terms.percent_off })
          : t('terms.percent_limited', { percent: terms.percent_off, discount: yuan(terms.max_save_fen) });
      case 'free_item':
        return t('terms.free_item', { item: terms.item });
    }
  };
}
