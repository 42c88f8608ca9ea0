/** The ledger: every transfer, with whose points moved, by whose hand, and why it has its figure. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type NamedTransfer } from '@/api';
import { moment, whole } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { Status } from '../../ui/Status';
import { ActorName } from '../shell/ActorName';
import { LastVerification } from './LastVerification';
import { Side } from './Side';
import { TransferFilters, type TransferSearch } from './TransferFilters';
import { useCause } from './useCause';

interface Props {
  search: TransferSearch;
  onSearch: (search: TransferSearch) => void;
}

export function TransferList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-ledger');
  const { t: shared } = useTranslation('staff');
  const causeOf = useCause();
  const explained = useExplanation();
  const query = $api.useQuery(
    'get',
    '/api/v1/transfers',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: TransferSearch) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<NamedTransfer>['columns'] = [
    {
      title: t('posted_at'),
      className: 'number',
      render: (_, one) => (
        <Link to="/transfers/$id" params={{ id: one.id }}>
          {moment(one.posted_at)}
        </Link>
      ),
    },
    { title: t('code'), render: (_, { code }) => shared(`codes.${code}`) },
    { title: t('debit'), render: (_, one) => <Side side={one.debit} name={one.debit_name} /> },
    { title: t('credit'), render: (_, one) => <Side side={one.credit} name={one.credit_name} /> },
    { title: t('amount'), dataIndex: 'amount', render: whole, align: 'right', className: 'number' },
    {
      title: t('text'),
      width: 400,
      render: (_, one) => (
        <div className="words">
          {explained.transfer(one)} {one.reversed_by && <Status tone="ended">{t('reversed')}</Status>}
        </div>
      ),
    },
    {
      title: t('cause'),
      width: 180,
      render: (_, one) => <div style={{ minWidth: 120, whiteSpace: 'normal' }}>{causeOf(one)}</div>,
    },
    {
      title: t('actor'),
      render: (_, one) => (
        <ActorName id={one.actor_id} name={one.actor_name} onChoose={(actor_id) => filter({ actor_id })} />
      ),
    },
  ];
  const actor = query.data?.items.find(({ actor_id }) => actor_id === search.actor_id);
  const filtered = Object.values({ ...search, cursor: undefined }).some((one) => one !== undefined);
  const filters = (
    <>
      <TransferFilters search={search} onFilter={filter} actorName={actor?.actor_name} />
      {filtered && <Button onClick={() => onSearch({})}>{shared('filters.clear')}</Button>}
    </>
  );
  return (
    <Page title={t('title')}>
      <LastVerification />
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
