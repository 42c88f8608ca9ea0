/** The daily seals, the newest first, each chained to the one before. */

import { keepPreviousData } from '@tanstack/react-query';
import { Alert, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Seal } from '@/api';
import { civilDay, moment, whole } from '@/lib/format';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { Status } from '../../ui/Status';
import { HashShown } from './HashShown';
import { LastVerification } from './LastVerification';
import { Verifications } from './Verifications';

interface Search {
  cursor?: string | undefined;
}

export function SealList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-ledger');
  const query = $api.useQuery(
    'get',
    '/api/v1/seals',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const items = query.data?.items ?? [];
  const columns: TableProps<Seal>['columns'] = [
    { title: t('day'), dataIndex: 'day', render: civilDay, className: 'number' },
    { title: t('covers'), dataIndex: 'transfers', render: whole, align: 'right', className: 'number' },
    { title: t('hash'), dataIndex: 'hash', render: (hash: string) => <HashShown hash={hash} /> },
    { title: t('chain'), render: (_, seal, index) => <Chain seal={seal} before={items[index + 1]} /> },
    { title: t('sealed_at'), dataIndex: 'sealed_at', render: moment, className: 'number' },
  ];
  return (
    <Page title={t('seals')}>
      <LastVerification here />
      <Verifications />
      <Alert type="info" showIcon title={t('seals_hint')} />
      <Paged
        query={query}
        columns={columns}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ cursor })}
        empty={t('seals_empty')}
      />
    </Page>
  );
}

/** Whether the hash that a seal names as the one before is the one of the seal below it. */
function Chain({ seal, before }: { seal: Seal; before: Seal | undefined }) {
  const { t } = useTranslation('staff-ledger');
  if (seal.previous === null || seal.previous === undefined) return <Status tone="neutral">{t('chain_first')}</Status>;
  if (before === undefined) return <Status tone="neutral">{t('chain_next_page')}</Status>;
  const whole = seal.previous === before.hash;
  return <Status tone={whole ? 'good' : 'warning'}>{t(whole ? 'chain_whole' : 'chain_broken')}</Status>;
}
