/** Where a statement stands. */

import { useTranslation } from 'react-i18next';
import type { StatementState } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<StatementState, Tone> = {
  open: 'neutral',
  closed: 'waiting',
  agreed: 'good',
  disputed: 'warning',
  settled: 'good',
};

export function StatementStatus({ state }: { state: StatementState }) {
  const { t } = useTranslation('staff-statements');
  return <Status tone={tones[state]}>{t(`states.${state}`)}</Status>;
}
