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

export function Board({ id }: { id: string }) {
  const { t } = useTranslation('staff-activities');
  useAwake();
  const shift = $api.useQuery('get', '/api/v1/shifts/{id}', { params: { path: { id } } });
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
  const title = shift.data?.activity_title ?? '';
  useEffect(() => {
    document.title = title;
  }, [title]);
  // A code that ran out is worth nothing: better none than an old one.
  const shown = left > 0 ? query.data : undefined;
  return (
    <main className="board">
      <header>
        <h1>{title}</h1>
        {shift.data && (
          <p className="number">
            {span(shift.data.starts_at, shift.data.ends_at)} · {shift.data.place}
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
      {shift.data && <CheckedIn shiftId={id} activityId={shift.data.activity_id} />}
    </main>
  );
}
