/** Who placed an order: the resident, or the desk in the resident's place. */

import { useTranslation } from 'react-i18next';
import type { Order } from '@/api';

export function PlacedBy({ order }: { order: Order }) {
  const { t } = useTranslation('staff-orders');
  return order.on_behalf ? t('by_desk', { name: order.placed_by_name ?? '' }) : t('by_self');
}
