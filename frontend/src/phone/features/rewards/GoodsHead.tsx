/** The head of a card on the shelf: the picture, the name, what it costs, what it is. */

import { useTranslation } from 'react-i18next';
import type { Reward } from '@/api';
import { Photo } from '../../ui/Photo';

export function GoodsHead({ reward: { name, description, price_points, photo_id } }: { reward: Reward }) {
  const { t } = useTranslation('phone-rewards');
  return (
    <div className="goods">
      {photo_id ? (
        <Photo id={photo_id} label={name} />
      ) : (
        <span className="photo" aria-hidden>
          {[...name][0]}
        </span>
      )}
      <div>
        <header>
          <h2>{name}</h2>
          <span className="amount">{t('points', { count: price_points })}</span>
        </header>
        {description !== '' && <p>{description}</p>}
      </div>
    </div>
  );
}
