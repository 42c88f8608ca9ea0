/** Where an activity stands, as its leader says it. */

import { useTranslation } from 'react-i18next';
import type { Activity } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<Activity['state'], Tone> = {
  draft: 'waiting',
  returned: 'warning',
  reviewed: 'waiting',
  recruiting: 'good',
  running: 'good',
  closed: 'waiting',
  settled: 'neutral',
  cancelled: 'warning',
};

export function StateOfActivity({ state }: { state: Activity['state'] }) {
  const { t } = useTranslation('phone-leading');
  return <Status tone={tones[state]}>{t(`states.${state}`)}</Status>;
}
