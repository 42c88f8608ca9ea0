/** After an order was placed or handed over: the slip, and the next person. */

import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api';
import { grouped } from '@/lib/format';
import { contentsOf } from '@/lib/orders';
import { LinkButton } from '../../ui/LinkButton';

interface Props {
  order: Order;
  onNext: () => void;
  onMore: () => void;
}

export function Done({ order, onNext, onMore }: Props) {
  const { t } = useTranslation('staff-counter');
  return (
    <section className="counter-done">
      <Result
        status="success"
        title={t(doneOf(order), { code: grouped(order.code) })}
        subTitle={`${contentsOf(order)} · ${t('costs', { count: order.total_points })}`}
        extra={[
          <LinkButton key="slip" size="large" to="/slips/$id" params={{ id: order.id }} target="_blank">
            {t('print_slip')}
          </LinkButton>,
          <Button key="more" size="large" onClick={onMore}>
            {t('more_for_same')}
          </Button>,
          <Button key="next" size="large" type="primary" onClick={onNext}>
            {t('next_person')}
          </Button>,
        ]}
      />
    </section>
  );
}

const doneOf = ({ kind, state }: Order) => {
  if (kind === 'service') return state === 'picked_up' ? 'done_served' : 'done_booked';
  return state === 'picked_up' ? 'done_handed_over' : 'done_ordered';
};
