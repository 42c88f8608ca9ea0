/** What to collect, as the server reckons it, in figures that can be read across a counter. */

import { useTranslation } from 'react-i18next';
import type { Reckoning } from '@/api';
import { yuan } from '@/lib/format';

export function Sum({ reckoning, isCurrent }: { reckoning: Reckoning; isCurrent: boolean }) {
  const { t } = useTranslation('phone-till');
  return (
    <div role="status" className="sum" data-old={!isCurrent || undefined} aria-busy={!isCurrent}>
      <span>
        {t('collect')}
        <span className="sub number">
          {t('discount', { bill: yuan(reckoning.bill_fen), discount: yuan(reckoning.discount_fen) })}
        </span>
      </span>
      <span className="big">{yuan(reckoning.to_collect_fen)}</span>
    </div>
  );
}
