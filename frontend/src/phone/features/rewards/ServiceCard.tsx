/** A service on the shelf: when it takes place next, and booking a seat. */

import { useTranslation } from 'react-i18next';
import { $api, type ShelfReward } from '@/api';
import { spokenSpan } from '@/lib/format';
import { BookService } from './BookService';
import { GoodsHead } from './GoodsHead';

/** So many slots are named; the others are there to choose from. */
const NAMED = 2;

export function ServiceCard({ service }: { service: ShelfReward }) {
  const { t } = useTranslation('phone-rewards');
  const { data } = $api.useQuery('get', '/api/v1/rewards/{id}/slots', { params: { path: { id: service.id } } });
  const free = data?.items.filter(({ state, seats_left }) => state === 'open' && seats_left > 0);
  return (
    <article className="card">
      <GoodsHead reward={service} />
      {free?.slice(0, NAMED).map((slot) => (
        <p key={slot.id} className="number">
          {t('service.slot', { when: spokenSpan(slot.starts_at, slot.ends_at), count: slot.seats_left })}
        </p>
      ))}
      {free?.length === 0 && <p className="soft">{t('service.none')}</p>}
      <div className="row">
        <span className="soft">
          {service.limit_per_quarter != null && t('service.limit', { times: service.limit_per_quarter })}
          {service.left_this_quarter != null && <br />}
          {service.left_this_quarter != null &&
            (service.left_this_quarter === 0
              ? t('service.limit_used')
              : t('service.limit_left', { times: service.left_this_quarter }))}
        </span>
        {free !== undefined && free.length > 0 && service.left_this_quarter !== 0 && <BookService service={service} />}
      </div>
    </article>
  );
}
