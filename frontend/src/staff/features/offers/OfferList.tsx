/** What partners offer: for how many points, how much of it is taken, until when. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Offer, type OfferState } from '@/api';
import { offerStateValues } from '@/api/schema.gen';
import { until, whole } from '@/lib/format';
import { FilterSelect } from '../../ui/FilterSelect';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { PartnerSelect } from '../../ui/PartnerSelect';
import { TermsText } from '../../ui/TermsText';
import { useMe } from '../shell/useMe';
import { NewOfferDialog } from './NewOfferDialog';
import { OfferStatus } from './OfferStatus';

interface Search {
  cursor?: string | undefined;
  partner_id?: string | undefined;
  state?: OfferState | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function OfferList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-offers');
  const { isDesk } = useMe();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const query = $api.useQuery(
    'get',
    '/api/v1/offers',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: Search) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Offer>['columns'] = [
    {
      title: t('title'),
      render: (_, one) => (
        <Link to="/offers/$id" params={{ id: one.id }}>
          {one.title}
        </Link>
      ),
    },
    { title: t('partner'), dataIndex: 'partner_name' },
    { title: t('gives'), render: (_, { terms }) => <TermsText terms={terms} /> },
    {
      title: t('price'),
      dataIndex: 'price_points',
      align: 'right',
      className: 'number',
      render: (points: number) => (points === 0 ? t('free') : whole(points)),
    },
    { title: t('taken'), dataIndex: 'taken', align: 'right', className: 'number', render: whole },
    {
      title: t('quota'),
      dataIndex: 'quota',
      align: 'right',
      className: 'number',
      render: (quota: number | null) => (quota === null ? t('unlimited') : whole(quota)),
    },
    { title: t('valid_to'), dataIndex: 'valid_to', className: 'number', render: until },
    { title: t('state'), dataIndex: 'state', render: (state: OfferState) => <OfferStatus state={state} /> },
  ];
  const filters = (
    <>
      <PartnerSelect value={search.partner_id} onChange={(partner_id) => filter({ partner_id })} />
      <FilterSelect
        label={t('state')}
        value={search.state}
        options={offerStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => filter({ state })}
      />
    </>
  );
  return (
    <Page
      title={t('heading')}
      actions={
        isDesk && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
      {adding && (
        <NewOfferDialog
          partnerId={search.partner_id}
          onClose={() => setAdding(false)}
          onDrafted={(id) => navigate({ to: '/offers/$id', params: { id } })}
        />
      )}
    </Page>
  );
}
