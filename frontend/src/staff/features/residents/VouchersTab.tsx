/** The vouchers of a resident, and what the desk does with them in the resident's place. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Voucher } from '@/api';
import { grouped, moment, spokenSpan, until, whole } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { TakeVoucher } from '../../ui/TakeVoucher';
import { VoucherActions } from '../../ui/VoucherActions';
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
    {
      title: t('voucher.offer'),
      render: (_, { offer_title, slot }) => (
        <>
          {offer_title}
          {slot && <div className="number">{spokenSpan(slot.starts_at, slot.ends_at)}</div>}
        </>
      ),
    },
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
    { key: 'actions', title: t('do'), render: (_, one) => <VoucherActions voucher={one} /> },
  ];
  return (
    <Paged
      query={query}
      columns={columns}
      cursor={cursor}
      onPage={onPage}
      empty={t('voucher.empty')}
      filters={<TakeVoucher residentId={id} />}
    />
  );
}
