/** Orders of who stands at the counter that wait: hand over, print, cancel. */

import { Card } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Order } from '@/api';
import { grouped } from '@/lib/format';
import { contentsOf } from '@/lib/orders';
import { Answer } from '../../ui/Answer';
import { OrderStatus } from '../../ui/OrderStatus';
import { OverrideButton } from '../../ui/OverrideButton';
import { ReasonButton } from '../../ui/ReasonButton';

interface Props {
  residentId: string;
  /** The order whose code was scanned; it stands first. */
  scanned: string | undefined;
  /** The button that hands the scanned order over. */
  button: RefObject<HTMLButtonElement | null>;
  onDone: (order: Order) => void;
}

export function OpenOrders({ residentId, scanned, button, onDone }: Props) {
  const { t } = useTranslation('staff-counter');
  const query = $api.useQuery('get', '/api/v1/orders', { params: { query: { resident_id: residentId, limit: 50 } } });
  return (
    <Card size="small" title={t('open_orders')}>
      <Answer query={query}>
        {({ items }) => {
          const open = items
            .filter(({ state, id }) => state === 'held' || state === 'ready' || id === scanned)
            .sort((a, b) => Number(b.id === scanned) - Number(a.id === scanned));
          if (open.length === 0) {
            return <p>{t('no_orders')}</p>;
          }
          return open.map((order) => (
            <OneOrder key={order.id} order={order} {...(order.id === scanned && { button })} onDone={onDone} />
          ));
        }}
      </Answer>
    </Card>
  );
}

interface OneProps {
  order: Order;
  button?: RefObject<HTMLButtonElement | null>;
  onDone: (order: Order) => void;
}

function OneOrder({ order, button, onDone }: OneProps) {
  const { t } = useTranslation('staff-counter');
  const params = { path: { id: order.id } };
  const pickUp = $api.useMutation('post', '/api/v1/orders/{id}/pick-up');
  const cancel = $api.useMutation('post', '/api/v1/orders/{id}/cancel');
  const isService = order.kind === 'service';
  const open = order.state === 'held' || order.state === 'ready';
  return (
    <div className={button ? 'counter-order counter-marked' : 'counter-order'}>
      <p>
        <strong className="number">{grouped(order.code)}</strong> <OrderStatus order={order} />
      </p>
      <p>{contentsOf(order)}</p>
      <p className="number">{t('costs', { count: order.total_points })}</p>
      {open && (
        <div className="filters">
          <OverrideButton
            {...(button && { ref: button, type: 'primary', 'aria-keyshortcuts': 'Control+Enter' })}
            run={async (override_reason) => onDone(await pickUp.mutateAsync({ params, body: { override_reason } }))}
            done={t(isService ? 'served' : 'handed_over')}
          >
            {t(isService ? 'serve' : 'hand_over')}
          </OverrideButton>
          <ReasonButton
            type="text"
            danger
            run={(reason) => cancel.mutateAsync({ params, body: { reason } })}
            done={t('cancelled')}
            consequence={t(isService ? 'cancel_consequence_service' : 'cancel_consequence')}
          >
            {t('cancel')}
          </ReasonButton>
        </div>
      )}
    </div>
  );
}
