/** The community's partners 合伙人. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Partner, type PartnerState } from '@/api';
import { partnerStateValues } from '@/api/schema.gen';
import { civilDay } from '@/lib/format';
import { FilterSelect } from '../../ui/FilterSelect';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { useMe } from '../shell/useMe';
import { PartnerForm } from './PartnerForm';
import { PartnerStatus } from './PartnerStatus';

interface Search {
  cursor?: string | undefined;
  state?: PartnerState | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function PartnerList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-partners');
  const { isDesk } = useMe();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const create = $api.useMutation('post', '/api/v1/partners');
  const query = $api.useQuery(
    'get',
    '/api/v1/partners',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Partner>['columns'] = [
    {
      title: t('name'),
      render: (_, one) => (
        <Link to="/partners/$id" params={{ id: one.id }}>
          {one.name}
        </Link>
      ),
    },
    { title: t('category'), dataIndex: 'category' },
    { title: t('promise'), dataIndex: 'promise', width: 360 },
    { title: t('contact'), dataIndex: 'contact_name' },
    { title: t('admitted_on'), dataIndex: 'admitted_on', className: 'number', render: civilDay },
    { title: t('state'), dataIndex: 'state', render: (state: PartnerState) => <PartnerStatus state={state} /> },
  ];
  return (
    <Page
      title={t('title')}
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
        filters={
          <FilterSelect
            label={t('state')}
            value={search.state}
            options={partnerStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
            onChange={(state) => onSearch({ state })}
          />
        }
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
      <PartnerForm
        title={t('add')}
        open={adding}
        onClose={() => setAdding(false)}
        submit={async (body) => {
          const { id } = await create.mutateAsync({ body });
          await navigate({ to: '/partners/$id', params: { id } });
        }}
        done={t('added')}
      />
    </Page>
  );
}
