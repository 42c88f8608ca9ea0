/** An order: what is in it, whose it is, and what the desk does with it. */

import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Order } from '@/api';
import { grouped, moment, spokenSpan, until, whole } from '@/lib/format';
import { slotOf } from '@/lib/orders';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Facts } from '../../ui/Facts';
import { LinkButton } from '../../ui/LinkButton';
import { OrderStatus } from '../../ui/OrderStatus';
import { OverrideButton } from '../../ui/OverrideButton';
import { Page } from '../../ui/Page';
import { ReasonButton } from '../../ui/ReasonButton';
import { ResidentLink } from '../../ui/ResidentLink';
import { OrderLines } from './OrderLines';
import { PlacedBy } from './PlacedBy';

export function OrderPage({ id }: { id: string }) {
  const { t } = useTranslation('staff-orders');
  const { t: shared } = useTranslation('staff');
  const query = $api.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(order) => {
        const slot = slotOf(order);
        return (
          <Page title={t('of', { code: grouped(order.code) })} actions={<Actions order={order} />}>
            <Facts
              facts={[
                [t('state'), <OrderStatus key="state" order={order} />],
                [t('resident'), <ResidentLink key="resident" id={order.resident_id} name={order.resident_name} />],
                [t('slot'), slot && spokenSpan(slot.starts_at, slot.ends_at)],
                [t('total'), `${whole(order.total_points)} ${shared('points')}`],
                [t('placed_at'), moment(order.placed_at)],
                [t('placed_by'), <PlacedBy key="by" order={order} />],
                [t('ready_at'), order.ready_at && moment(order.ready_at)],
                [
                  t(
                    order.state === 'picked_up'
                      ? order.kind === 'service'
                        ? 'served_at'
                        : 'picked_up_at'
                      : 'closed_at',
                  ),
                  order.closed_at && moment(order.closed_at),
                ],
                [t('kept_until'), isOpen(order) && order.kind === 'goods' && until(order.expires_at)],
              ]}
            />
            <Card title={t('lines')} styles={{ body: { padding: 0 } }}>
              <OrderLines order={order} changeable={isOpen(order) && order.kind === 'goods'} />
            </Card>
          </Page>
        );
      }}
    </Answer>
  );
}

const isOpen = ({ state }: Order) => state === 'held' || state === 'ready';

function Actions({ order }: { order: Order }) {
  const { t } = useTranslation('staff-orders');
  const params = { path: { id: order.id } };
  const isService = order.kind === 'service';
  const ready = $api.useMutation('post', '/api/v1/orders/{id}/ready');
  const pickUp = $api.useMutation('post', '/api/v1/orders/{id}/pick-up');
  const cancel = $api.useMutation('post', '/api/v1/orders/{id}/cancel');
  return (
    <>
      <LinkButton to="/slips/$id" params={{ id: order.id }} target="_blank">
        {t('print_slip')}
      </LinkButton>
      {isOpen(order) && (
        <>
          <ReasonButton
            danger
            run={(reason) => cancel.mutateAsync({ params, body: { reason } })}
            done={t('cancelled')}
            consequence={t(isService ? 'cancel_consequence_service' : 'cancel_consequence')}
          >
            {t('cancel')}
          </ReasonButton>
          {order.state === 'held' && !isService && (
            <CommandButton run={() => ready.mutateAsync({ params })} done={t('made_ready')}>
              {t('make_ready')}
            </CommandButton>
          )}
          <OverrideButton
            type="primary"
            run={(override_reason) => pickUp.mutateAsync({ params, body: { override_reason } })}
            done={t(isService ? 'served' : 'handed_over')}
          >
            {t(isService ? 'serve' : 'hand_over')}
          </OverrideButton>
        </>
      )}
    </>
  );
}
