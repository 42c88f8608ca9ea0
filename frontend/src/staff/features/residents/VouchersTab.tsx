/** The vouchers of a resident. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Voucher } from '@/api';
import { grouped, moment, until, whole } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { VoucherStatus } from '../../ui/VoucherStatus';
import type { ListProps } from './tabs';

export function VouchersTab({ id, cursor, onPage }: ListProps) {
  const { t } = useTranslation('staff-residents');
  const query = $api.useQuery(
    'get',
    '/api/v1/vouchers',
    { params: { query: { resident_id: id, ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Voucher>['columns'] = [
    { title: t('voucher.offer'), dataIndex: 'offer_title' },
    { title: t('voucher.partner'), dataIndex: 'partner_name' },
    { title: t('voucher.code'), dataIndex: 'code', render: grouped, className: 'number', width: 130 },
    {
      title: t('wallet.points'),
      dataIndex: 'price_points',
      render: whole,
      align: 'right',
      className: 'number',
      width: 90,
    },
    { title: t('voucher.taken_at'), dataIndex: 'taken_at', render: moment, className: 'number', width: 160 },
    { title: t('voucher.expires_at'), dataIndex: 'expires_at', render: until, className: 'number', width: 160 },
    {
      title: t('state'),
      dataIndex: 'state',
      width: 110,
      render: (state: Voucher['state']) => <VoucherStatus state={state} />,
    },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('voucher.empty')} />;
}
