/** An order with its pick-up code, what is in it, and cancelling it. */

import { useTranslation } from 'react-i18next';
import { $api, type Order } from '@/api';
import { moment, spokenUntil, whole } from '@/lib/format';
import { lineOf, slotOf } from '@/lib/orders';
import { Answer } from '../../ui/Answer';
import { Code } from '../../ui/Code';
import { CommandButton } from '../../ui/CommandButton';
import { Facts } from '../../ui/Facts';
import { Screen } from '../../ui/Screen';
import { OrderStatus } from './OrderStatus';
import { Pickup } from './Pickup';

export function OrderScreen({ id }: { id: string }) {
  const { t } = useTranslation('phone-rewards');
  const query = $api.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id } } });
  return (
    <Screen title={t('orders.order')} back>
      <Answer query={query}>{(order) => <Shown order={order} />}</Answer>
    </Screen>
  );
}

function Shown({ order }: { order: Order }) {
  const { t } = useTranslation('phone-rewards');
  const slot = slotOf(order);
  const isOpen = order.state === 'held' || order.state === 'ready';
  return (
    <>
      <section className="card">
        <OrderStatus order={order} />
        {isOpen && <Code scanned={order.code} typed={order.code} label={t(slot ? 'service.code' : 'orders.code')} />}
        {isOpen && <p className="soft centred">{t(slot ? 'service.show' : 'orders.show')}</p>}
      </section>
      <ul className="rows">
        {order.lines.map((line) => (
          <li key={line.reward_id}>
            <div>
              <span>
                {lineOf(line)}
                {line.replaces && (
                  <span className="soft"> {t('orders.replaces', { name: line.replaces.reward_name })}</span>
                )}
              </span>
              <span className="amount">{whole(line.unit_points * line.quantity)}</span>
            </div>
          </li>
        ))}
        <li>
          <div>
            <strong>{t('basket.total')}</strong>
            <strong className="amount">{t('points', { count: order.total_points })}</strong>
          </div>
        </li>
      </ul>
      <section className="card">
        <Facts
          of={[
            [t('service.cancel_until'), slot && isOpen && moment(slot.starts_at)],
            [t('orders.placed'), moment(order.placed_at)],
            [t('orders.by'), order.on_behalf && t('orders.by_staff')],
            [t('orders.ready'), order.ready_at && moment(order.ready_at)],
            [t('orders.expires'), isOpen && !slot && spokenUntil(order.expires_at)],
            [t('orders.closed'), order.closed_at && moment(order.closed_at)],
          ]}
        />
      </section>
      {isOpen && !slot && <Pickup />}
      {isOpen && <Cancel order={order} />}
    </>
  );
}

function Cancel({ order }: { order: Order }) {
  const { t } = useTranslation('phone-rewards');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/orders/{id}/cancel');
  const slot = slotOf(order);
  const begun = slot !== undefined && Date.parse(slot.starts_at) <= Date.now();
  return (
    <CommandButton
      why={begun ? t('service.begun') : undefined}
      label={t(slot ? 'service.cancel' : 'orders.cancel')}
      tone="danger"
      wide
      ask={{
        title: t(slot ? 'service.cancel_title' : 'orders.cancel_title'),
        text: t('orders.cancel_text', { count: order.total_points }),
      }}
      run={() => mutateAsync({ params: { path: { id: order.id } }, body: {} })}
      done={t('orders.cancel_done')}
    />
  );
}
