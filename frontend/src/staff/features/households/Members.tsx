/** Who lives, or lived, in a household. */

import { Link } from '@tanstack/react-router';
import { Card, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type ListedResident } from '@/api';
import { Answer } from '../../ui/Answer';
import { Rows } from '../../ui/Rows';
import { Status } from '../../ui/Status';

interface Props {
  householdId: string;
  representativeId: string | null | undefined;
}

export function Members({ householdId, representativeId }: Props) {
  const { t } = useTranslation('staff-households');
  const query = $api.useQuery('get', '/api/v1/residents', {
    params: { query: { household_id: householdId, limit: 200 } },
  });
  const columns: TableProps<ListedResident>['columns'] = [
    {
      title: t('name'),
      width: 160,
      render: (_, { id, name }) => (
        <Link to="/residents/$id" params={{ id }}>
          {name}
        </Link>
      ),
    },
    {
      title: t('phone'),
      dataIndex: 'phone',
      className: 'number',
      width: 160,
      render: (phone) => phone ?? t('no_phone'),
    },
    { title: t('birth_year'), dataIndex: 'birth_year', align: 'right', className: 'number', width: 110 },
    { title: t('role'), width: 160, render: (_, { id }) => (id === representativeId ? t('representative') : '') },
    {
      title: t('state'),
      dataIndex: 'state',
      width: 110,
      render: (state: ListedResident['state']) => (
        <Status tone={state === 'active' ? 'good' : 'ended'}>{t(`states.${state}`)}</Status>
      ),
    },
  ];
  return (
    <Card title={t('members')} styles={{ body: { padding: 0 } }}>
      <Answer query={query}>
        {({ items }) => <Rows<ListedResident> rowKey="id" columns={columns} rows={items} empty={t('members_empty')} />}
      </Answer>
    </Card>
  );
}
