/** What an offer gives, in a few words. */

import { useTranslation } from 'react-i18next';
import type { Terms } from '@/api';
import { yuan } from '@/lib/format';

export function TermsText({ terms }: { terms: Terms }) {
  const { t } = useTranslation('staff-offers');
  switch (terms.kind) {
    case 'spend_and_save':
      return t('terms.spend_and_save', { min: yuan(terms.min_spend_fen), save: yuan(terms.save_fen) });
    case 'percent': {
      const cut = t('terms.percent', { rate: (100 - terms.percent_off) / 10, off: terms.percent_off });
      return typeof terms.max_save_fen === 'number'
        ? `${cut}${t('terms.at_most', { save: yuan(terms.max_save_fen) })}`
        : cut;
    }
    case 'free_item':
      return terms.item;
  }
}
