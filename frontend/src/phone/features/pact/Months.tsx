/** The settled months of a household, the newest first. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { spokenMonth } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Loading } from '../../ui/Loading';
import { Status } from '../../ui/Status';
import { TroubleShown } from '../../ui/TroubleShown';

interface Props {
  householdId: string;
  residentId: string;
}

export function Months({ householdId, residentId }: Props) {
  const { t } = useTranslation('phone-pact');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/households/{id}/pact',
    { params: { path: { id: householdId }, query: { limit: 12 } } },
    byCursor,
  );
  if (query.data === undefined) {
    return query.error ? <TroubleShown error={query.error} retry={query.refetch} /> : <Loading />;
  }
  const months = query.data.pages.flatMap((page) => page.items);
  if (months.length === 0) return <Empty>{t('empty')}</Empty>;
  return (
    <>
      <ul className="stack">
        {months.map((month) => (
          <li key={month.month} className="card">
            <div className="row">
              <h2>{spokenMonth(month.month)}</h2>
              <Status tone={month.kept ? 'good' : 'warning'}>{month.kept ? t('kept') : t('not_kept')}</Status>
            </div>
            {month.points != null && (
              <p>
                {month.resident_id === residentId
                  ? t('earned_by_me', { count: month.points })
                  : t('earned_by_family', { count: month.points })}
              </p>
            )}
            {month.explanation && <p className="soft">{month.explanation}</p>}
            {month.note && <p>{t('note', { note: month.note })}</p>}
            {month.reversed && <Status tone="warning">{t('reversed')}</Status>}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button wide busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('earlier')}
        </Button>
      )}
    </>
  );
}
