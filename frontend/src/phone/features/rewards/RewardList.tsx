/** The shelf of the points supermarket, goods and services, by age group, with the basket. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type ShelfReward } from '@/api';
import { whole } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import { byCursor } from '@/lib/whole';
import { Field } from '../../ui/Field';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { useResidentId } from '../shell/useResidentId';
import { countOf, useBasket } from './basket';
import { GoodsHead } from './GoodsHead';
import { Quantity } from './Quantity';
import { ServiceCard } from './ServiceCard';

export type Group = ShelfReward['age_group'] | 'service';

const groups = ['all', 'children', 'youth', 'seniors', 'service'] as const;

interface Props {
  group: Group;
  /** A part of the names that are looked for. */
  search: string;
  onChange: (change: { group?: Group; search?: string }) => void;
}

export function RewardList({ group, search, onChange }: Props) {
  const { t } = useTranslation('phone-rewards');
  const id = useResidentId();
  const basket = useBasket(id);
  const { data: wallet } = $api.useQuery('get', '/api/v1/residents/{id}/wallet', { params: { path: { id } } });
  const looked = useDelayed(search.trim());
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/rewards',
    { params: { query: { state: 'on_shelf', ...(looked !== '' && { search: looked }) } } },
    { ...byCursor, placeholderData: keepPreviousData },
  );
  const count = countOf(basket);
  return (
    <Screen title={t('title')}>
      <div className="row">
        <span>{wallet !== undefined && t('available', { points: whole(wallet.available) })}</span>
        <Link to="/orders" className="button">
          {t('orders.title')}
        </Link>
      </div>
      <Field
        type="search"
        label={t('find')}
        value={search}
        onChange={(typed) => onChange({ search: typed })}
        maxLength={60}
      />
      <Views
        label={t('groups.label')}
        value={group}
        onChange={(next) => onChange({ group: next })}
        options={groups.map((value) => ({ value, label: t(`groups.${value}`) }))}
      />
      <Pages query={query} only={(reward) => isIn(group, reward)} empty={t(looked === '' ? 'empty' : 'none_found')}>
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
          {t('basket.open', { count })}
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
      <GoodsHead reward={reward} />
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
