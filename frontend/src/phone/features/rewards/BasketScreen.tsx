/** The basket: what is ordered, what it comes to, and placing the order. */

import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Paying } from '../../ui/Paying';
import { Screen } from '../../ui/Screen';
import { useCommand } from '../../ui/useCommand';
import { useResidentId } from '../shell/useResidentId';
import { empty, type Line, linesOf, totalOf, useBasket } from './basket';
import { Pickup } from './Pickup';
import { Quantity } from './Quantity';

const MOST = 200;

export function BasketScreen() {
  const { t } = useTranslation('phone-rewards');
  const basket = useBasket(useResidentId());
  const query = $api.useQuery('get', '/api/v1/rewards', {
    params: { query: { kind: 'goods', state: 'on_shelf', limit: MOST } },
  });
  return (
    <Screen title={t('basket.title')} back>
      <Answer query={query}>
        {({ items }) => {
          const lines = linesOf(basket, items);
          return lines.length === 0 ? (
            <Empty>
              <p>{t('basket.empty')}</p>
              <Link to="/rewards" className="button">
                {t('basket.to_shelf')}
              </Link>
            </Empty>
          ) : (
            <Filled lines={lines} />
          );
        }}
      </Answer>
    </Screen>
  );
}

function Filled({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('phone-rewards');
  const navigate = useNavigate();
  const residentId = useResidentId();
  const [pooled, setPooled] = useState(false);
  const { mutateAsync } = $api.useMutation('post', '/api/v1/orders');
  const order = useCommand(async () => {
    const ordered = lines.map(({ reward, quantity }) => ({ reward_id: reward.id, quantity }));
    const placed = await mutateAsync({ body: { lines: ordered, pooled } });
    empty(residentId);
    await navigate({ to: '/orders/$id', params: { id: placed.id }, replace: true });
  }, t('basket.done'));
  const total = totalOf(lines);
  return (
    <>
      <ul className="rows">
        {lines.map(({ reward, quantity }) => (
          <li key={reward.id}>
            <div>
              <span>
                {reward.name}
                <br />
                <span className="soft">{t('basket.each', { points: whole(reward.price_points) })}</span>
              </span>
              <Quantity reward={reward} quantity={quantity} />
            </div>
          </li>
        ))}
        <li>
          <div>
            <strong>{t('basket.total')}</strong>
            <strong className="amount">{t('points', { count: total })}</strong>
          </div>
        </li>
      </ul>
      <Paying residentId={residentId} price={total} pooled={pooled} onPooled={setPooled} />
      <Pickup />
      {order.refusal}
      <Button tone="primary" wide busy={order.busy} onClick={() => order.start()}>
        {t('basket.place')}
      </Button>
    </>
  );
}
