/** Confirmations that failed, and why. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type FailedConfirmation } from '@/api';
import { grouped, moment } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { StoreName } from '../../ui/StoreName';

interface Props {
  storeId: string | undefined;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
  filters: ReactNode;
}

export function Failed({ storeId, cursor, onPage, filters }: Props) {
  const { t } = useTranslation('staff-confirmations');
  const query = $api.useQuery(
    'get',
    '/api/v1/failed-confirmations',
    { params: { query: { store_id: storeId, cursor } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<FailedConfirmation>['columns'] = [
    { title: t('tried_at'), dataIndex: 'tried_at', className: 'number', render: moment },
    { title: t('store'), dataIndex: 'store_id', render: (id: string) => <StoreName id={id} /> },
    {
      title: t('code'),
      dataIndex: 'code',
      className: 'number',
      render: (code: string | null) => (code === null ? t('no_code') : grouped(code)),
    },
    { title: t('why'), dataIndex: 'reason_title' },
  ];
  return (
    <Paged query={query} columns={columns} filters={filters} cursor={cursor} onPage={onPage} empty={t('none_failed')} />
  );
}
