/** How many of a reward are in the basket: one more, one fewer. */

import { useTranslation } from 'react-i18next';
import type { ShelfReward } from '@/api';
import { Button } from '../../ui/Button';
import { useResidentId } from '../shell/useResidentId';
import { put } from './basket';

const MOST = 99;

export function Quantity({ reward, quantity }: { reward: ShelfReward; quantity: number }) {
  const { t } = useTranslation('phone-rewards');
  const residentId = useResidentId();
  const change = (by: number) => put(residentId, reward.id, quantity + by);
  if (quantity === 0) {
    return (
      <Button aria-label={t('basket.add', { name: reward.name })} onClick={() => change(1)}>
        {t('basket.want')}
      </Button>
    );
  }
  return (
    <div className="quantity">
      <Button aria-label={t('basket.fewer', { name: reward.name })} onClick={() => change(-1)}>
        −
      </Button>
      <output aria-label={t('basket.quantity', { name: reward.name })} className="number">
        {quantity}
      </output>
      <Button
        aria-label={t('basket.more', { name: reward.name })}
        disabled={quantity >= Math.min(MOST, reward.left, reward.left_this_quarter ?? MOST)}
        onClick={() => change(1)}
      >
        +
      </Button>
    </div>
  );
}
