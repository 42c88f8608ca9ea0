/** What was tried in the store and did not go through, and why. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { grouped, moment } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { useStore } from '../shell/stores';

export function FailedList() {
  const { t } = useTranslation('phone-till');
  const { store } = useStore();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/failed-confirmations',
    { params: { query: { store_id: store.id } } },
    byCursor,
  );
  return (
    <Pages query={query} empty={t('today.none_failed')}>
      {({ code, reason_title, tried_at }) => (
        <article className="card">
          <h2>{reason_title}</h2>
          <p className="soft number">
            {code ? t('today.tried', { code: grouped(code), at: moment(tried_at) }) : moment(tried_at)}
          </p>
        </article>
      )}
    </Pages>
  );
}
