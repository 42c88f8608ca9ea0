/** Where a wish poll stands. */

import { useTranslation } from 'react-i18next';
import type { WishPollState } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<WishPollState, Tone> = { upcoming: 'waiting', open: 'good', closed: 'ended' };

export function PollStatus({ state }: { state: WishPollState }) {
  const { t } = useTranslation('staff-wish-polls');
  return <Status tone={tones[state]}>{t(`states.${state}`)}</Status>;
}
