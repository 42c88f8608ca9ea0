/** Where a signal stands. */

import { useTranslation } from 'react-i18next';
import type { SignalState } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<SignalState, Tone> = { open: 'warning', dismissed: 'ended', acted: 'good' };

export function SignalStatus({ state }: { state: SignalState }) {
  const { t } = useTranslation('staff-signals');
  return <Status tone={tones[state]}>{t(`states.${state}`)}</Status>;
}
