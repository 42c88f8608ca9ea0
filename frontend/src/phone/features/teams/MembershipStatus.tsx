/** Where a membership stands, in a word. */

import { useTranslation } from 'react-i18next';
import type { Membership } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<Membership['state'], Tone> = {
  requested: 'waiting',
  active: 'good',
  refused: 'warning',
  ended: 'neutral',
};

export function MembershipStatus({ membership }: { membership: Membership }) {
  const { t } = useTranslation('phone-teams');
  const leads = membership.state === 'active' && membership.position === 'leader';
  return <Status tone={tones[membership.state]}>{leads ? t('states.leader') : t(`states.${membership.state}`)}</Status>;
}
