/** The resident's orders, the newest first. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { moment } from '@/lib/format';
import { contentsOf } from '@/lib/orders';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { useResidentId } from '../shell/useResidentId';
import { OrderStatus } from './OrderStatus';

export function OrderList() {
  const { t } = useTranslation('phone-rewards');
  const resident_id = useResidentId();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/orders',
    { params: { query: { resident_id, limit: 20 } } },
    byCursor,
  );
  const empty = (
    <>
      <p>{t('orders.empty')}</p>
      <Link to="/rewards" className="button">
        {t('basket.to_shelf')}
      </Link>
    </>
  );
  return (
    <Screen title={t('orders.title')} back>
      <Pages query={query} empty={empty}>
        {(order) => (
          <Link to="/orders/$id" params={{ id: order.id }} className="card">
            <span className="row">
              <strong>{contentsOf(order)}</strong>
              <OrderStatus order={order} />
            </span>
            <span className="row soft">
              <span>{moment(order.placed_at)}</span>
              <span>{t('points', { count: order.total_points })}</span>
            </span>
          </Link>
        )}
      </Pages>
    </Screen>
  );
}
