/** Where a claim stands, in a word. */

import { useTranslation } from 'react-i18next';
import type { Claim } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<Claim['state'], Tone> = {
  submitted: 'waiting',
  returned: 'warning',
  refused: 'warning',
  appealed: 'waiting',
  accepted: 'good',
  withdrawn: 'neutral',
};

export function ClaimStatus({ claim }: { claim: Claim }) {
  const { t } = useTranslation('phone-claims');
  return <Status tone={tones[claim.state]}>{t(`states.${claim.state}`)}</Status>;
}
