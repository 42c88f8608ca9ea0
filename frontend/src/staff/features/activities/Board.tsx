/** A screen at the place: the code of the shift to scan or to type, renewed as it runs out, and who has checked in. */

import { QRCodeSVG } from 'qrcode.react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { span } from '@/lib/format';
import { Loading } from '../../ui/Loading';
import { TroubleShown } from '../../ui/TroubleShown';
import { CheckedIn } from './CheckedIn';
import { useAwake, useSecondsTo } from './useSecondsTo';
import './board.css';

export function Board({ id, activityId }: { id: string; activityId: string }) {
  const { t } = useTranslation('staff-activities');
  useAwake();
  const activity = $api.useQuery('get', '/api/v1/activities/{id}', { params: { path: { id: activityId } } });
  const query = $api.useQuery(
    'get',
    '/api/v1/shifts/{id}/code',
    { params: { path: { id } } },
    {
      gcTime: 0,
      staleTime: 0,
      refetchInterval: ({ state }) => Math.max(1, state.data?.seconds_left ?? 5) * 1000,
      refetchIntervalInBackground: true,
    },
  );
  const left = useSecondsTo(query.dataUpdatedAt + (query.data?.seconds_left ?? 0) * 1000);
  const shift = activity.data?.shifts.find((one) => one.id === id);
  const title = activity.data?.title ?? '';
  useEffect(() => {
    document.title = title;
  }, [title]);
  // A code that ran out is worth nothing: better none than an old one.
  const shown = left > 0 ? query.data : undefined;
  return (
    <main className="board">
      <header>
        <h1>{title}</h1>
        {activity.data && shift && (
          <p className="number">
            {span(shift.starts_at, shift.ends_at)} · {activity.data.place}
          </p>
        )}
      </header>
      <section className="code">
        {shown && (
          <>
            <QRCodeSVG value={shown.token} level="M" marginSize={2} title={t('board.scan')} />
            <p className="digits number">{shown.code.replace(/(...)(...)/, '$1 $2')}</p>
            <p>{t('board.how')}</p>
            <p className="number">{t('board.left', { count: left })}</p>
          </>
        )}
        {!shown && (query.error ? <TroubleShown error={query.error} retry={query.refetch} /> : <Loading />)}
      </section>
      <CheckedIn shiftId={id} activityId={activityId} />
    </main>
  );
}
