/** What came of recomputing everything last, in a line: all is well, or whom to call. */

import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Verification } from '@/api';
import { moment, whole } from '@/lib/format';
import { TroubleShown } from '../../ui/TroubleShown';

/** The program verifies once a night: after two days without it something is wrong with the program. */
const STALE_MS = 2 * 86_400_000;

interface Props {
  /** Whether the differences stand on the same page. */
  here?: boolean;
}

export function LastVerification({ here = false }: Props) {
  const { t } = useTranslation('staff-ledger');
  const query = $api.useQuery('get', '/api/v1/verifications', { params: { query: { limit: 1 } } });
  if (query.data === undefined) return query.error ? <TroubleShown error={query.error} retry={query.refetch} /> : null;
  const last = query.data.items[0];
  if (last === undefined) return <Alert type="info" showIcon title={t('verification.none')} />;
  return <Outcome last={last} here={here} />;
}

function Outcome({ last, here }: Required<Props> & { last: Verification }) {
  const { t } = useTranslation('staff-ledger');
  const said = { at: moment(last.began_at), rows: whole(last.rows) };
  if (last.drift > 0) {
    return (
      <Alert
        type="error"
        showIcon
        title={t('verification.drift', { ...said, drift: whole(last.drift) })}
        description={t('verification.drift_means')}
        action={!here && <Link to="/seals">{t('verification.see')}</Link>}
      />
    );
  }
  if (Date.now() - Date.parse(last.began_at) > STALE_MS) {
    return <Alert type="warning" showIcon title={t('verification.stale', said)} />;
  }
  return <Alert type="success" showIcon title={t('verification.well', said)} />;
}
