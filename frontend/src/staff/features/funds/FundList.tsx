/** Funds that residents give points to. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Fund } from '@/api';
import { fundStateValues } from '@/api/schema.gen';
import { dayOf, whole } from '@/lib/format';
import { FilterSelect } from '../../ui/FilterSelect';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { Status } from '../../ui/Status';
import { FundDialog } from './FundDialog';

interface Search {
  cursor?: string | undefined;
  state?: Fund['state'] | undefined;
}

export const fundTones = { open: 'good', closed: 'ended' } as const;

export function FundList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-funds');
  const query = $api.useQuery(
    'get',
    '/api/v1/funds',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const create = $api.useMutation('post', '/api/v1/funds');
  const columns: TableProps<Fund>['columns'] = [
    {
      title: t('name'),
      render: (_, one) => (
        <Link to="/funds/$id" params={{ id: one.id }}>
          {one.name}
        </Link>
      ),
    },
    { title: t('purpose'), dataIndex: 'purpose' },
    {
      title: t('goal'),
      align: 'right',
      className: 'number',
      render: (_, { goal_points: goal }) => (goal ? whole(goal) : '–'),
    },
    { title: t('given'), dataIndex: 'given_points', render: whole, align: 'right', className: 'number' },
    { title: t('givers'), dataIndex: 'givers', render: whole, align: 'right', className: 'number' },
    { title: t('granted'), dataIndex: 'granted_points', render: whole, align: 'right', className: 'number' },
    { title: t('left'), dataIndex: 'left_points', render: whole, align: 'right', className: 'number' },
    { title: t('created_at'), dataIndex: 'created_at', render: dayOf, className: 'number' },
    {
      title: t('state'),
      render: (_, { state }) => <Status tone={fundTones[state]}>{t(`states.${state}`)}</Status>,
    },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        <FundDialog
          type="primary"
          title={t('create')}
          done={t('done.created')}
          submit={(body) => create.mutateAsync({ body })}
        />
      }
    >
      <Paged
        query={query}
        columns={columns}
        filters={
          <FilterSelect
            label={t('state')}
            value={search.state}
            options={fundStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
            onChange={(state) => onSearch({ state })}
          />
        }
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
