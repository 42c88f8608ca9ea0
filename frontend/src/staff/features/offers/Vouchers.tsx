/** The vouchers of an offer: those of a resident, one by one, and all that nobody has used. */

import { Card, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Offer, type Voucher } from '@/api';
import { grouped, moment } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { ReasonButton } from '../../ui/ReasonButton';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { Rows } from '../../ui/Rows';
import { VoucherStatus } from '../../ui/VoucherStatus';

export function Vouchers({ offer }: { offer: Offer }) {
  const { t } = useTranslation('staff-offers');
  const [resident, setResident] = useState<string>();
  const all = $api.useMutation('post', '/api/v1/offers/{id}/deactivate-vouchers');
  const deactivateAll = async (reason: string) => {
    // Five hundred at a time, until there are none left.
    let left = 1;
    while (left > 0) ({ left } = await all.mutateAsync({ params: { path: { id: offer.id } }, body: { reason } }));
  };
  return (
    <Card
      title={t('vouchers')}
      extra={
        <ReasonButton
          danger
          run={deactivateAll}
          done={t('all_deactivated')}
          consequence={t('deactivate_all_hint')}
          why={offer.taken === 0 ? t('none_taken') : offer.state === 'open' ? t('close_first') : undefined}
        >
          {t('deactivate_all')}
        </ReasonButton>
      }
    >
      <div style={{ maxWidth: 400, marginBottom: 12 }}>
        <ResidentPicker
          aria-label={t('resident')}
          {...(resident !== undefined && { value: resident })}
          onChange={(id) => setResident(id)}
        />
      </div>
      {resident === undefined ? <p>{t('pick_resident')}</p> : <Theirs offerId={offer.id} residentId={resident} />}
    </Card>
  );
}

function Theirs({ offerId, residentId }: { offerId: string; residentId: string }) {
  const { t } = useTranslation('staff-offers');
  const query = $api.useQuery('get', '/api/v1/vouchers', {
    params: { query: { resident_id: residentId, limit: 200 } },
  });
  const deactivate = $api.useMutation('post', '/api/v1/vouchers/{id}/deactivate');
  const columns: TableProps<Voucher>['columns'] = [
    { title: t('code'), dataIndex: 'code', className: 'number', render: grouped },
    { title: t('taken_at'), dataIndex: 'taken_at', className: 'number', render: moment },
    { title: t('expires_at'), dataIndex: 'expires_at', className: 'number', render: moment },
    { title: t('state'), dataIndex: 'state', render: (state: Voucher['state']) => <VoucherStatus state={state} /> },
    {
      key: 'actions',
      title: t('action'),
      render: (_, { id, state, deactivation_reason }) =>
        state === 'held' ? (
          <ReasonButton
            type="text"
            danger
            run={(reason) => deactivate.mutateAsync({ params: { path: { id } }, body: { reason } })}
            done={t('deactivated')}
            consequence={t('deactivate_hint')}
          >
            {t('deactivate')}
          </ReasonButton>
        ) : (
          deactivation_reason
        ),
    },
  ];
  return (
    <Answer query={query}>
      {({ items }) => (
        <Rows<Voucher>
          rowKey="id"
          size="small"
          columns={columns}
          rows={items.filter(({ offer_id }) => offer_id === offerId)}
          empty={t('no_vouchers')}
        />
      )}
    </Answer>
  );
}
