/** The shelf of the counter in big tiles: what it costs, how many are left, and why not one more. */

import { Empty, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgeGroup, ShelfReward } from '@/api';
import { ageGroupValues } from '@/api/schema.gen';
import { Thumbnail } from '../../ui/Thumbnail';
import { type Bar, type Basket, barTo, countOf } from './basket';
import { useBarWords } from './useBarWords';

interface Props {
  /** All goods of the shelf; a tile's number is its place in it. */
  rewards: ShelfReward[];
  basket: Basket;
  spendable: number | undefined;
  onPick: (reward: ShelfReward) => void;
  /** Whether a reward is one that is looked for. */
  isLookedFor: (reward: ShelfReward) => boolean;
  /** What is on the shelf beside goods. */
  children: ReactNode;
}

export function Tiles({ rewards, basket, spendable, onPick, isLookedFor, children }: Props) {
  const { t } = useTranslation('staff-counter');
  const { t: shared } = useTranslation('staff');
  const [group, setGroup] = useState<AgeGroup | 'every'>('every');
  return (
    <section className="counter-shelf" aria-label={t('shelf')}>
      <Segmented<AgeGroup | 'every'>
        aria-label={t('age_group')}
        value={group}
        onChange={setGroup}
        options={[
          { value: 'every', label: t('every') },
          ...ageGroupValues.map((value) => ({ value, label: shared(`age_groups.${value}`) })),
        ]}
      />
      {rewards.length === 0 && <Empty description={t('empty_shelf')} />}
      <div className="counter-tiles">
        {rewards.map((reward, index) =>
          (group === 'every' || group === reward.age_group) && isLookedFor(reward) ? (
            <Tile
              key={reward.id}
              number={index + 1}
              reward={reward}
              picked={countOf(basket, reward)}
              bar={barTo(reward, basket, spendable)}
              onPick={() => onPick(reward)}
            />
          ) : null,
        )}
      </div>
      {children}
    </section>
  );
}

interface TileProps {
  number: number;
  reward: ShelfReward;
  picked: number;
  bar: Bar | undefined;
  onPick: () => void;
}

function Tile({ number, reward, picked, bar, onPick }: TileProps) {
  const { t } = useTranslation('staff-counter');
  const wordsOf = useBarWords();
  const { limit_per_quarter: limit, left_this_quarter: leftOfLimit } = reward;
  return (
    <button
      type="button"
      className="counter-tile number"
      aria-disabled={bar !== undefined}
      // The field keeps the focus, so that the scanner can go on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => bar === undefined && onPick()}
    >
      <span className="counter-tile-head">
        <span>{number}</span>
        {picked > 0 && <span className="counter-picked">{t('picked', { number: picked })}</span>}
      </span>
      <span className="counter-tile-what">
        <Thumbnail photo={reward.photo_id} name={reward.name} side={48} />
        <span>
          <strong>{reward.name}</strong>
          <br />
          {t('costs', { count: reward.price_points })}
        </span>
      </span>
      <span>
        {t('left', { number: reward.left })}
        {limit !== null && limit !== undefined && ` · ${t('limited', { number: limit })}`}
      </span>
      {typeof leftOfLimit === 'number' && leftOfLimit > 0 && (
        <span>{t('left_this_quarter', { number: leftOfLimit - picked })}</span>
      )}
      {bar && <em>{wordsOf(bar)}</em>}
    </button>
  );
}
