/** The code of a shift, large enough to be scanned by those who stand around; it changes every half minute by itself. */

import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { $api, type ShiftOfActivity } from '@/api';
import { spokenSpan } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { isOpen } from '../../ui/checks';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';
import { useNow } from '../../ui/useNow';
import { useSecondsLeft } from '../../ui/useSecondsLeft';

const SIZE = 320;
const AGAIN_MS = 3000;

export function ShiftCode({ shift: id }: { shift: string }) {
  const { t } = useTranslation('phone-leading');
  const query = $api.useQuery('get', '/api/v1/shifts/{id}', { params: { path: { id } } });
  const now = useNow('minute');
  return (
    <Screen title={t('code.title')} back>
      <Answer query={query}>
        {(shift) =>
          isOpen(shift.activity_state, shift, now) ? <Shown shift={shift} /> : <Empty>{t('code.closed')}</Empty>
        }
      </Answer>
    </Screen>
  );
}

function Shown({ shift }: { shift: ShiftOfActivity }) {
  const { t } = useTranslation('phone-leading');
  const query = $api.useQuery(
    'get',
    '/api/v1/shifts/{id}/code',
    { params: { path: { id: shift.id } } },
    {
      staleTime: 0,
      gcTime: 0,
      retry: false,
      refetchInterval: ({ state: { data, error } }) =>
        data === undefined || error ? AGAIN_MS : Math.max(1, data.seconds_left) * 1000,
    },
  );
  const left = useSecondsLeft(query.dataUpdatedAt, query.data?.seconds_left ?? 0);
  return (
    <Answer query={query}>
      {(shown) => (
        <section className="card">
          <h2 className="centred">{shift.activity_title}</h2>
          <p className="centred">{spokenSpan(shift.starts_at, shift.ends_at)}</p>
          {left === 0 && query.error ? (
            <p className="note" data-tone="bad" role="status">
              {t('code.gone')}
            </p>
          ) : (
            <figure className="qr">
              <QRCodeSVG value={shown.token} size={SIZE} title={t('code.label')} marginSize={2} />
              <figcaption className="code huge">{shown.code.replace(/(\d{3})(?=\d)/g, '$1 ')}</figcaption>
            </figure>
          )}
          <p className="soft centred">{t('code.left', { seconds: left })}</p>
          <p className="centred">{t('code.about')}</p>
        </section>
      )}
    </Answer>
  );
}
