/** Where an order stands. */

import { useTranslation } from 'react-i18next';
import type { OrderState } from '@/api';
import { Status, type Tone } from './Status';

const tones: Record<OrderState, Tone> = {
  held: 'waiting',
  ready: 'good',
  picked_up: 'neutral',
  cancelled: 'ended',
  expired: 'ended',
};

export function OrderStatus({ state }: { state: OrderState }) {
  const { t } = useTranslation('staff');
  return <Status tone={tones[state]}>{t(`order_states.${state}`)}</Status>;
}
