/** What is known of a reward: its price and limit, and of goods how many there are. */

import { useTranslation } from 'react-i18next';
import type { Reward } from '@/api';
import { whole } from '@/lib/format';
import { Facts } from '../../ui/Facts';
import { Left, Shelf } from './Marks';

export function RewardFacts({ reward }: { reward: Reward }) {
  const { t } = useTranslation('staff-rewards');
  const { t: shared } = useTranslation('staff');
  const ofGoods = reward.kind === 'goods';
  return (
    <Facts
      facts={[
        [t('kind'), t(`reward_kinds.${reward.kind}`)],
        [t('left'), ofGoods && <Left reward={reward} />],
        [t('stock'), ofGoods && t('pieces', { number: reward.stock })],
        [t('reserved'), ofGoods && t('pieces', { number: reward.reserved })],
        [t('price'), `${whole(reward.price_points)} ${shared('points')}`],
        [t('limit'), reward.limit_per_quarter ?? t('unlimited')],
        [t('low_stock_at'), ofGoods && (reward.low_stock_at ?? t('never'))],
        [t('age_group'), shared(`age_groups.${reward.age_group}`)],
        [t('state'), <Shelf key="state" state={reward.state} />],
        [t('description'), reward.description],
      ]}
    />
  );
}
