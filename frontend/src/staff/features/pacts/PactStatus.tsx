/** Whether the pact of a building and month is settled, or what it waits for. */

import { useTranslation } from 'react-i18next';
import type { Pact } from '@/api';
import { Status } from '../../ui/Status';

export function PactStatus({ pact }: { pact: Pact }) {
  const { t } = useTranslation('staff-pacts');
  if (pact.settled_at) return <Status tone="ended">{t('states.settled')}</Status>;
  if (pact.kept + pact.not_kept === 0) return <Status tone="neutral">{t('states.unrecorded')}</Status>;
  return <Status tone="waiting">{t('states.recorded')}</Status>;
}
