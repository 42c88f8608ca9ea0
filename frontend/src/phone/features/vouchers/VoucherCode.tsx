/** The code of a voucher as the counter scans it: a token that lives a minute and renews itself, and the code to type below it. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { grouped } from '@/lib/format';
import { Code } from '../../ui/Code';
import { useSecondsLeft } from '../../ui/useSecondsLeft';

/** It is renewed so long before it ends, and asked for again so soon when no answer came. */
const EARLY_S = 10;
const AGAIN_MS = 3000;

export function VoucherCode({ id, code }: { id: string; code: string }) {
  const { t } = useTranslation('phone-vouchers');
  const { data, dataUpdatedAt } = $api.useQuery(
    'get',
    '/api/v1/vouchers/{id}/token',
    { params: { path: { id } } },
    {
      staleTime: 0,
      gcTime: 0,
      retry: false,
      refetchInterval: ({ state: { data: token, error } }) =>
        token === undefined || error ? AGAIN_MS : Math.max(1, token.seconds_left - EARLY_S) * 1000,
    },
  );
  const left = useSecondsLeft(dataUpdatedAt, data?.seconds_left ?? 0);
  if (data === undefined || left === 0) {
    return (
      <figure className="qr">
        <p className="note qr-gone" role="status">
          {t('token.gone')}
        </p>
        <figcaption className="code">{grouped(code)}</figcaption>
        <p className="soft">{t('token.typed')}</p>
      </figure>
    );
  }
  return (
    <div className="stack">
      <Code scanned={data.token} typed={code} label={t('token.label')} />
      <p className="soft centred">{t('token.left', { seconds: Math.max(0, left - EARLY_S) })}</p>
    </div>
  );
}
