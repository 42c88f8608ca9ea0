/** Where a partner stands. */

import { useTranslation } from 'react-i18next';
import type { PartnerState } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<PartnerState, Tone> = { active: 'good', suspended: 'warning', ended: 'ended' };

export function PartnerStatus({ state }: { state: PartnerState }) {
  const { t } = useTranslation('staff-partners');
  return <Status tone={tones[state]}>{t(`states.${state}`)}</Status>;
}
