/** Where a claim stands, as a coloured word. */

import { useTranslation } from 'react-i18next';
import type { Claim } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<Claim['state'], Tone> = {
  submitted: 'waiting',
  appealed: 'waiting',
  returned: 'warning',
  refused: 'warning',
  accepted: 'good',
  withdrawn: 'ended',
};

export function ClaimStatus({ state }: { state: Claim['state'] }) {
  const { t } = useTranslation('staff-claims');
  return <Status tone={tones[state]}>{t(`states.${state}`)}</Status>;
}
