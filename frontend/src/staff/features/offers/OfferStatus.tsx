/** Where an offer stands. */

import { useTranslation } from 'react-i18next';
import type { OfferState } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<OfferState, Tone> = { draft: 'waiting', open: 'good', closed: 'ended' };

export function OfferStatus({ state }: { state: OfferState }) {
  const { t } = useTranslation('staff-offers');
  return <Status tone={tones[state]}>{t(`states.${state}`)}</Status>;
}
