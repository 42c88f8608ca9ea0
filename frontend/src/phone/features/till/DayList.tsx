/** The confirmations of a day, the newest first, with their sum above. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { civilDay, whole, yuan } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { useStore } from '../shell/stores';
import { ConfirmationCard } from './ConfirmationCard';

export function DayList({ day }: { day: string | undefined }) {
  const { t } = useTranslation('phone-till');
  const { store } = useStore();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/confirmations',
    { params: { query: { store_id: store.id, ...(day && { day }) } } },
    byCursor,
  );
  const [first] = query.data?.pages ?? [];
  return (
    <>
      {first && (
        <section className="card" aria-label={t('today.totals')}>
          <p className="soft">{t('today.of', { store: store.name, day: civilDay(first.from) })}</p>
          <dl className="figures">
            <div>
              <dt>{t('today.count')}</dt>
              <dd>{whole(first.totals.count)}</dd>
            </div>
            <div>
              <dt>{t('today.discount')}</dt>
              <dd>{yuan(first.totals.discount_fen)}</dd>
            </div>
            <div>
              <dt>{t('today.points')}</dt>
              <dd>{whole(first.totals.points)}</dd>
            </div>
          </dl>
        </section>
      )}
      <Pages query={query} empty={t('today.empty')}>
        {(confirmation) => <ConfirmationCard confirmation={confirmation} />}
      </Pages>
    </>
  );
}
