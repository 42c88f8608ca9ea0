/** The vouchers of an offer: whose they are, where they stand, and putting them out of use. */

import { keepPreviousData } from '@tanstack/react-query';
import { Card, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Offer, type OfferVoucher, type VoucherState } from '@/api';
import { voucherStateValues } from '@/api/schema.gen';
import { grouped, moment, until } from '@/lib/format';
import { FilterSelect } from '../../ui/FilterSelect';
import { Paged } from '../../ui/Paged';
import { ReasonButton } from '../../ui/ReasonButton';
import { ResidentLink } from '../../ui/ResidentLink';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { VoucherStatus } from '../../ui/VoucherStatus';

export interface VoucherSearch {
  cursor?: string | undefined;
  state?: VoucherState | undefined;
  resident_id?: string | undefined;
}

interface Props {
  offer: Offer;
  search: VoucherSearch;
  onSearch: (search: VoucherSearch) => void;
}

export function Vouchers({ offer, search, onSearch }: Props) {
  const { t } = useTranslation('staff-offers');
  const { t: shared } = useTranslation('staff');
  const query = $api.useQuery(
    'get',
    '/api/v1/offers/{id}/vouchers',
    { params: { path: { id: offer.id }, query: search } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: VoucherSearch) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<OfferVoucher>['columns'] = [
    { title: t('resident'), render: (_, one) => <Whose voucher={one} /> },
    { title: t('code'), dataIndex: 'code', className: 'number', render: grouped },
    { title: t('taken_at'), dataIndex: 'taken_at', className: 'number', render: moment },
    { title: t('expires_at'), dataIndex: 'expires_at', className: 'number', render: until },
    { title: t('state'), dataIndex: 'state', render: (state: VoucherState) => <VoucherStatus state={state} /> },
    { key: 'actions', title: t('action'), render: (_, one) => <Deactivate voucher={one} /> },
  ];
  const filters = (
    <>
      <FilterSelect
        label={t('state')}
        value={search.state}
        options={voucherStateValues.map((value) => ({ value, label: shared(`voucher_states.${value}`) }))}
        onChange={(state) => filter({ state })}
      />
      <div style={{ width: 280 }}>
        <ResidentPicker
          aria-label={t('resident')}
          {...(search.resident_id !== undefined && { value: search.resident_id })}
          onChange={(resident_id) => filter({ resident_id })}
        />
      </div>
    </>
  );
  return (
    <Card title={t('vouchers')} extra={<DeactivateAll offer={offer} />} styles={{ body: { padding: 0 } }}>
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('no_vouchers')}
      />
    </Card>
  );
}

const Whose = ({ voucher: { resident_id, resident_name } }: { voucher: OfferVoucher }) =>
  resident_id ? <ResidentLink id={resident_id} name={resident_name} /> : resident_name;

function Deactivate({ voucher: { id, state, deactivation_reason } }: { voucher: OfferVoucher }) {
  const { t } = useTranslation('staff-offers');
  const deactivate = $api.useMutation('post', '/api/v1/vouchers/{id}/deactivate');
  if (state !== 'held') return deactivation_reason;
  return (
    <ReasonButton
      type="text"
      size="small"
      danger
      style={{ paddingInline: 0 }}
      run={(reason) => deactivate.mutateAsync({ params: { path: { id } }, body: { reason } })}
      done={t('deactivated')}
      consequence={t('deactivate_hint')}
    >
      {t('deactivate')}
    </ReasonButton>
  );
}

function DeactivateAll({ offer }: { offer: Offer }) {
  const { t } = useTranslation('staff-offers');
  const all = $api.useMutation('post', '/api/v1/offers/{id}/deactivate-vouchers');
  const deactivateAll = async (reason: string) => {
    // Five hundred at a time, until there are none left.
    let left = 1;
    while (left > 0) ({ left } = await all.mutateAsync({ params: { path: { id: offer.id } }, body: { reason } }));
  };
  return (
    <ReasonButton
      danger
      run={deactivateAll}
      done={t('all_deactivated')}
      consequence={t('deactivate_all_hint')}
      why={offer.taken === 0 ? t('none_taken') : offer.state === 'open' ? t('close_first') : undefined}
    >
      {t('deactivate_all')}
    </ReasonButton>
  );
}
