/** Where an order stands. */

import { useTranslation } from 'react-i18next';
import type { Order, OrderState } from '@/api';
import { Status, type Tone } from './Status';

const tones: Record<OrderState, Tone> = {
  held: 'waiting',
  ready: 'good',
  picked_up: 'neutral',
  cancelled: 'ended',
  expired: 'ended',
};

export function OrderStatus({ order }: { order: Order }) {
  return <Status tone={tones[order.state]}>{useOrderState(order)}</Status>;
}

/** In a word; a service is not laid ready, and somebody who does not come misses it. */
export function useOrderState({ kind, state }: Order): string {
  const { t } = useTranslation('staff');
  return kind === 'service' ? t(`service_states.${state}`) : t(`order_states.${state}`);
}
