/** What happened with a resident's points, the newest first, each line with its reason and the arithmetic behind it. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Line } from './Line';

export function History({ residentId }: { residentId: string }) {
  const { t } = useTranslation('phone-points');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/residents/{id}/transfers',
    { params: { path: { id: residentId }, query: { limit: 20 } } },
    byCursor,
  );
  const empty = (
    <>
      <p>{t('history.empty')}</p>
      <Link to="/activities" className="button">
        {t('history.empty_next')}
      </Link>
    </>
  );
  return (
    <Pages query={query} empty={empty}>
      {(transfer) => <Line transfer={transfer} />}
    </Pages>
  );
}
