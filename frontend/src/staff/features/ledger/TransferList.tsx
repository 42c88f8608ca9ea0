/** The ledger: every transfer, with why it has its figure. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Transfer } from '@/api';
import { transferCodeValues } from '@/api/schema.gen';
import { moment, whole } from '@/lib/format';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { Status } from '../../ui/Status';
import { Side } from './Side';

interface Search {
  cursor?: string | undefined;
  resident_id?: string | undefined;
  code?: Transfer['code'] | undefined;
  cause_id?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search, options?: { replace: boolean }) => void;
}

/** Names of residents are asked for one by one: a page is short. */
const LINES = 20;

export function TransferList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-ledger');
  const { t: shared } = useTranslation('staff');
  const query = $api.useQuery(
    'get',
    '/api/v1/transfers',
    { params: { query: { ...search, limit: LINES } } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: Search) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Transfer>['columns'] = [
    {
      title: t('posted_at'),
      className: 'number',
      render: (_, one) => (
        <Link to="/transfers/$id" params={{ id: one.id }}>
          {moment(one.posted_at)}
        </Link>
      ),
    },
    { title: t('code'), dataIndex: 'code', render: (code: Transfer['code']) => shared(`codes.${code}`) },
    { title: t('debit'), render: (_, one) => <Side side={one.debit} /> },
    { title: t('credit'), render: (_, one) => <Side side={one.credit} /> },
    { title: t('amount'), dataIndex: 'amount', render: whole, align: 'right', className: 'number' },
    {
      title: t('text'),
      render: (_, one) => (
        <div className="words">
          {one.text} {one.reversed_by && <Status tone="ended">{t('reversed')}</Status>}
        </div>
      ),
    },
  ];
  const filters = (
    <>
      <div style={{ width: 280 }}>
        <ResidentPicker
          label={t('resident')}
          {...(search.resident_id !== undefined && { value: search.resident_id })}
          onChange={(id) => filter({ resident_id: id })}
        />
      </div>
      <Select
        allowClear
        aria-label={t('code')}
        placeholder={t('code')}
        value={search.code ?? null}
        onChange={(code) => filter({ code: code ?? undefined })}
        options={transferCodeValues.map((value) => ({ value, label: shared(`codes.${value}`) }))}
        style={{ width: 140 }}
      />
    </>
  );
  return (
    <Page title={t('title')}>
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
