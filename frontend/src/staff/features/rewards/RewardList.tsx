/** What the points supermarket has: for whom, at what price, how many are left. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, type TableProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type AgeGroup, type Reward, type RewardKind, type RewardState } from '@/api';
import { whole } from '@/lib/format';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { Thumbnail } from '../../ui/Thumbnail';
import { useMe } from '../shell/useMe';
import { Filters, type RewardSearch } from './Filters';
import { Left, Shelf } from './Marks';
import { RewardForm } from './RewardForm';

interface Props {
  search: RewardSearch;
  onSearch: (search: RewardSearch, options?: { replace: boolean }) => void;
}

export function RewardList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-rewards');
  const { t: shared } = useTranslation('staff');
  const { isDesk } = useMe();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const create = $api.useMutation('post', '/api/v1/rewards');
  const query = $api.useQuery(
    'get',
    '/api/v1/rewards',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: RewardSearch) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Reward>['columns'] = [
    {
      title: t('name'),
      render: (_, one) => (
        <Link to="/rewards/$id" params={{ id: one.id }} className="pictured">
          <Thumbnail photo={one.photo_id} name={one.name} />
          {one.name}
        </Link>
      ),
    },
    { title: t('kind'), dataIndex: 'kind', render: (kind: RewardKind) => t(`reward_kinds.${kind}`) },
    { title: t('age_group'), dataIndex: 'age_group', render: (group: AgeGroup) => shared(`age_groups.${group}`) },
    { title: t('price'), dataIndex: 'price_points', align: 'right', className: 'number', render: whole },
    ofGoods(t('left'), (one) => <Left reward={one} />),
    ofGoods(t('reserved'), (one) => whole(one.reserved)),
    ofGoods(t('stock'), (one) => whole(one.stock)),
    {
      title: t('limit'),
      dataIndex: 'limit_per_quarter',
      align: 'right',
      className: 'number',
      render: (limit: number | null) => (limit === null ? t('unlimited') : whole(limit)),
    },
    { title: t('state'), dataIndex: 'state', render: (state: RewardState) => <Shelf state={state} /> },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        isDesk && (
          <>
            <LinkButton to="/stocktakes/new">{t('take_stock')}</LinkButton>
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          </>
        )
      }
    >
      <Paged
        query={query}
        columns={columns}
        filters={<Filters search={search} onFilter={filter} />}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
      <RewardForm
        title={t('add')}
        open={adding}
        onClose={() => setAdding(false)}
        submit={async (body) => {
          const { id } = await create.mutateAsync({ body });
          await navigate({ to: '/rewards/$id', params: { id } });
        }}
        done={t('added')}
      />
    </Page>
  );
}

/** A column of figures that services do not have. */
const ofGoods = (title: string, figure: (reward: Reward) => ReactNode) => ({
  title,
  align: 'right' as const,
  className: 'number',
  render: (_: unknown, one: Reward) => one.kind === 'goods' && figure(one),
});
