/** What the points supermarket has: for whom, at what price, how many are left. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, type TableProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type AgeGroup, type Reward, type RewardKind, type RewardState } from '@/api';
import { ageGroupValues, rewardKindValues, rewardStateValues } from '@/api/schema.gen';
import { whole } from '@/lib/format';
import { FilterSelect } from '../../ui/FilterSelect';
import { FindInput } from '../../ui/FindInput';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { useMe } from '../shell/useMe';
import { Left, Shelf } from './Marks';
import { RewardForm } from './RewardForm';

interface Search {
  cursor?: string | undefined;
  name?: string | undefined;
  kind?: RewardKind | undefined;
  age_group?: AgeGroup | undefined;
  state?: RewardState | undefined;
  low?: boolean | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search, options?: { replace: boolean }) => void;
}

/** More than any supermarket has: the name is looked for in what is on screen. */
const LIMIT = 200;

export function RewardList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-rewards');
  const { t: shared } = useTranslation('staff');
  const { isDesk } = useMe();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const create = $api.useMutation('post', '/api/v1/rewards');
  const { name = '', ...asked } = search;
  const query = $api.useQuery(
    'get',
    '/api/v1/rewards',
    { params: { query: { ...asked, limit: LIMIT } } },
    { placeholderData: keepPreviousData, select: (page) => ({ ...page, items: page.items.filter(named(name)) }) },
  );
  const filter = (change: Search) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Reward>['columns'] = [
    {
      title: t('name'),
      render: (_, one) => (
        <Link to="/rewards/$id" params={{ id: one.id }}>
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
  const filters = (
    <>
      <FindInput label={t('find')} value={name} onChange={(words) => filter({ name: words })} width={240} />
      <FilterSelect
        label={t('kind')}
        value={search.kind}
        options={rewardKindValues.map((value) => ({ value, label: t(`reward_kinds.${value}`) }))}
        onChange={(kind) => filter({ kind })}
      />
      <FilterSelect
        label={t('age_group')}
        value={search.age_group}
        options={ageGroupValues.map((value) => ({ value, label: shared(`age_groups.${value}`) }))}
        onChange={(age_group) => filter({ age_group })}
      />
      <FilterSelect
        label={t('state')}
        value={search.state}
        options={rewardStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => filter({ state })}
      />
      <Checkbox
        checked={search.low === true}
        onChange={({ target }) => filter({ low: target.checked ? true : undefined })}
      >
        {t('low_only')}
      </Checkbox>
    </>
  );
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
        filters={filters}
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

const named = (typed: string) => (reward: Reward) => reward.name.toLowerCase().includes(typed.toLowerCase());
