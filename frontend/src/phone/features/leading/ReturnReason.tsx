/** What the reviewer wants mended, as long as the proposal has not passed. */

import { useTranslation } from 'react-i18next';
import type { Activity } from '@/api';

export function ReturnReason({ activity: { state, return_reason } }: { activity: Activity }) {
  const { t } = useTranslation('phone-leading');
  if (!return_reason || (state !== 'returned' && state !== 'draft')) return null;
  const back = state === 'returned';
  return (
    <p className="note" data-tone={back ? 'bad' : undefined}>
      {back ? t('returned', { reason: return_reason }) : t('returned_before', { reason: return_reason })}
    </p>
  );
}
