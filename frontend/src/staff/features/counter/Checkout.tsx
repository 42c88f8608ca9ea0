/** What is picked, what it comes to, and the order in the resident's place. */

import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Checkbox } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Order, type ShelfReward } from '@/api';
import { whole } from '@/lib/format';
import { OverrideButton } from '../../ui/OverrideButton';
import { type Basket, barTo, changed, countOf, totalOf } from './basket';

interface Props {
  button: RefObject<HTMLButtonElement | null>;
  residentId: string;
  rewards: ShelfReward[];
  basket: Basket;
  onBasket: (basket: Basket) => void;
  spendable: number | undefined;
  pooled: boolean;
  onPooled: (pooled: boolean) => void;
  /** An order was placed; it is not handed over yet. */
  onPlaced: (order: Order) => void;
  onDone: (order: Order) => void;
}

export function Checkout(props: Props) {
  const { button, residentId, rewards, basket, onBasket, spendable, pooled, onPooled, onPlaced, onDone } = props;
  const { t } = useTranslation('staff-counter');
  const create = $api.useMutation('post', '/api/v1/orders');
  const pickUp = $api.useMutation('post', '/api/v1/orders/{id}/pick-up');
  const picked = rewards.filter((reward) => countOf(basket, reward) > 0);

  const place = (override_reason?: string) => {
    const lines = picked.map((reward) => ({ reward_id: reward.id, quantity: countOf(basket, reward) }));
    return create.mutateAsync({ body: { resident_id: residentId, lines, pooled, override_reason } });
  };
  const orderOnly = async (override_reason?: string) => {
    const order = await place(override_reason);
    onBasket({});
    onDone(order);
  };
  const handOver = async (override_reason?: string) => {
    const order = await place(override_reason);
    onBasket({});
    // From here on it is an open order, whatever comes: it is not placed again.
    onPlaced(order);
    onDone(await pickUp.mutateAsync({ params: { path: { id: order.id } }, body: { override_reason } }));
  };
  const why = picked.length === 0 ? t('pick_first') : undefined;
  return (
    <Card size="small" className="counter-basket" title={t('basket')}>
      {picked.length === 0 && <p>{t('basket_empty')}</p>}
      {picked.map((reward) => (
        <div key={reward.id} className="counter-line">
          <span>{reward.name}</span>
          <Button
            icon={<MinusOutlined />}
            aria-label={t('less', { name: reward.name })}
            onClick={() => onBasket(changed(basket, reward, -1))}
          />
          <span className="number">{countOf(basket, reward)}</span>
          <Button
            icon={<PlusOutlined />}
            aria-label={t('more', { name: reward.name })}
            disabled={barTo(reward, basket, spendable) !== undefined}
            onClick={() => onBasket(changed(basket, reward, 1))}
          />
          <span className="number">{whole(countOf(basket, reward) * reward.price_points)}</span>
        </div>
      ))}
      <div className="counter-total number">
        <span>{t('total')}</span>
        <strong>{whole(totalOf(basket, rewards))}</strong>
      </div>
      {spendable !== undefined && picked.length > 0 && (
        <p className="number">{t('afterwards', { points: whole(spendable) })}</p>
      )}
      <Checkbox checked={pooled} onChange={({ target }) => onPooled(target.checked)}>
        {t('pooled')}
      </Checkbox>
      <OverrideButton
        ref={button}
        type="primary"
        size="large"
        block
        run={handOver}
        done={t('handed_over')}
        why={why}
        aria-keyshortcuts="Control+Enter"
      >
        {t('order_and_hand_over')}
      </OverrideButton>
      <OverrideButton block run={orderOnly} done={t('ordered')} why={why}>
        {t('order_only')}
      </OverrideButton>
      <p className="counter-hint">{t('keys')}</p>
    </Card>
  );
}
