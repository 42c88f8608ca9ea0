/** Where an order stands, in a word. */

import { useTranslation } from 'react-i18next';
import type { Order } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<Order['state'], Tone> = {
  held: 'waiting',
  ready: 'good',
  picked_up: 'neutral',
  cancelled: 'neutral',
  expired: 'warning',
};

export function OrderStatus({ order }: { order: Order }) {
  const { t } = useTranslation('phone-rewards');
  return (
    <Status tone={tones[order.state]}>
      {order.kind === 'service' ? t(`service.states.${order.state}`) : t(`orders.states.${order.state}`)}
    </Status>
  );
}
