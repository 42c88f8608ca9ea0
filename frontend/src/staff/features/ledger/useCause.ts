/** What caused a transfer, in words: of what kind it is, and what it is called. */

import { useTranslation } from 'react-i18next';
import type { NamedTransfer } from '@/api';

export function useCause() {
  const { t } = useTranslation('staff');
  return ({ cause, cause_name }: NamedTransfer) => [t(`causes.${cause.kind}`), cause_name].filter(Boolean).join(' · ');
}
