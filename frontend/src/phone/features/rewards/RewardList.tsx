/** The shelf of the points supermarket, goods and services, by age group, with the basket. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type ShelfReward } from '@/api';
import { whole } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { useResidentId } from '../shell/useResidentId';
import { countOf, useBasket } from './basket';
import { Quantity } from './Quantity';
import { ServiceCard } from './ServiceCard';

export type Group = ShelfReward['age_group'] | 'service';

const groups = ['all', 'children', 'youth', 'seniors', 'service'] as const;

interface Props {
  group: Group;
  onGroup: (group: Group) => void;
}

export function RewardList({ group, onGroup }: Props) {
  const { t } = useTranslation('phone-rewards');
  const id = useResidentId();
  const basket = useBasket(id);
  const { data: wallet } = $api.useQuery('get', '/api/v1/residents/{id}/wallet', { params: { path: { id } } });
  const query = $api.useInfiniteQuery('get', '/api/v1/rewards', { params: { query: { state: 'on_shelf' } } }, byCursor);
  const count = countOf(basket);
  return (
    <Screen title={t('title')}>
      <div className="row">
        <span>{wallet !== undefined && t('available', { points: whole(wallet.available) })}</span>
        <Link to="/orders" className="button">
          {t('orders.title')}
        </Link>
      </div>
      <Views
        label={t('groups.label')}
        value={group}
        onChange={onGroup}
        options={groups.map((value) => ({ value, label: t(`groups.${value}`) }))}
      />
      <Pages query={query} only={(reward) => isIn(group, reward)} empty={t('empty')}>
        {(reward) =>
          reward.kind === 'service' ? (
            <ServiceCard service={reward} />
          ) : (
            <RewardCard reward={reward} quantity={basket[reward.id] ?? 0} />
          )
        }
      </Pages>
      <Link to="/wishes" className="button" data-wide>
        {t('wishes.ask')}
      </Link>
      {count > 0 && (
        <Link to="/basket" className="button basket" data-tone="primary">
          {t('basket.open', { items: count })}
        </Link>
      )}
    </Screen>
  );
}

const isIn = (group: Group, { kind, age_group }: ShelfReward) =>
  group === 'all' || (group === 'service' ? kind === 'service' : age_group === group);

function RewardCard({ reward, quantity }: { reward: ShelfReward; quantity: number }) {
  const { t } = useTranslation('phone-rewards');
  return (
    <article className="card">
      <header>
        <h2>{reward.name}</h2>
        <span className="amount">{t('points', { points: whole(reward.price_points) })}</span>
      </header>
      {reward.description !== '' && <p>{reward.description}</p>}
      <div className="row">
        <span className="soft">
          {reward.left === 0 ? t('sold_out') : t('left', { left: whole(reward.left) })}
          {reward.limit_per_quarter != null && ` · ${t('limit', { times: reward.limit_per_quarter })}`}
          {reward.left_this_quarter != null && <br />}
          {reward.left_this_quarter != null &&
            (reward.left_this_quarter === 0 ? t('limit_used') : t('limit_left', { times: reward.left_this_quarter }))}
        </span>
        {reward.left > 0 && (reward.left_this_quarter !== 0 || quantity > 0) && (
          <Quantity reward={reward} quantity={quantity} />
        )}
      </div>
    </article>
  );
}
