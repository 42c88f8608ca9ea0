/** Where an activity stands, as a coloured word. */

import { useTranslation } from 'react-i18next';
import type { ActivityState } from '@/api';
import { Status, type Tone } from './Status';

const tones: Record<ActivityState, Tone> = {
  draft: 'neutral',
  returned: 'warning',
  reviewed: 'waiting',
  recruiting: 'good',
  running: 'good',
  closed: 'waiting',
  settled: 'ended',
  cancelled: 'warning',
};

export function ActivityStatus({ state }: { state: ActivityState }) {
  const { t } = useTranslation('staff-activities');
  return <Status tone={tones[state]}>{t(`states.${state}`)}</Status>;
}
