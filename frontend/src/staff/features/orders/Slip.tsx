/** The slip of an order for a receipt printer with paper of 80 mm. */

import { useTranslation } from 'react-i18next';
import type { Order } from '@/api';
import { grouped, moment, spokenSpan, until, whole } from '@/lib/format';
import { slotOf } from '@/lib/orders';
import { useOrderState } from '../../ui/OrderStatus';
import { SlipFacts } from '../../ui/SlipFacts';

interface Props {
  order: Order;
  community: string;
  /** Who stands at the counter. */
  clerk: string;
}

export function Slip({ order, community, clerk }: Props) {
  const { t } = useTranslation('staff-orders');
  const isService = order.kind === 'service';
  const slot = slotOf(order);
  const facts: [string, string | null | undefined][] = [
    [t('resident'), order.resident_name],
    [t('state'), useOrderState(order)],
    [t('slot'), slot && spokenSpan(slot.starts_at, slot.ends_at)],
    [t('placed_at'), moment(order.placed_at)],
    [
      t(isService ? 'served_at' : 'picked_up_at'),
      order.state === 'picked_up' && order.closed_at ? moment(order.closed_at) : undefined,
    ],
    [t('kept_until'), order.closed_at || isService ? undefined : until(order.expires_at)],
    [t('clerk'), clerk],
  ];
  return (
    <article className="slip">
      <p className="slip-community">{community}</p>
      <h1>{t('slip_title')}</h1>
      <p className="slip-code">{grouped(order.code)}</p>
      <SlipFacts of={facts} />
      <table>
        <thead>
          <tr>
            <th>{t('reward')}</th>
            <th>{t('quantity')}</th>
            <th>{t('subtotal')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.reward_id}>
              <td>{line.reward_name}</td>
              <td>{line.quantity}</td>
              <td>{whole(line.unit_points * line.quantity)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2}>{t('total')}</th>
            <td>{whole(order.total_points)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="slip-sign">{t('signature')}</p>
      <p>{t('thanks')}</p>
    </article>
  );
}
