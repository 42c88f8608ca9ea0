/** What an offer or voucher gives, and when it can be used, in words. */

import { useTranslation } from 'react-i18next';
import type { Hours, Terms } from '@/api';
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
  const when = (hours: Hours): string =>
    hours.length === 0
      ? t('terms.any_time')
      : hours
          .map(({ weekdays, from, to }) => {
            const named = weekdays.length === 7 ? t('terms.daily') : weekdays.map((day) => t(`days.${day}`)).join('、');
            return `${named} ${from.slice(0, 5)}–${to.slice(0, 5)}`;
          })
          .join('\n');
  return { gives, when };
}
