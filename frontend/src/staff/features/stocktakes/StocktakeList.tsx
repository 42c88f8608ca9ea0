/** The stocktakes, the newest first, each with how much it changed. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Stocktake } from '@/api';
import { moment, whole } from '@/lib/format';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';

interface Props {
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function StocktakeList({ cursor, onPage }: Props) {
  const { t } = useTranslation('staff-stocktakes');
  const query = $api.useQuery(
    'get',
    '/api/v1/stocktakes',
    { params: { query: { cursor, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Stocktake>['columns'] = [
    {
      title: t('when'),
      className: 'number',
      render: (_, one) => (
        <Link to="/stocktakes/$id" params={{ id: one.id }}>
          {moment(one.taken_at)}
        </Link>
      ),
    },
    { title: t('counted_rewards'), align: 'right', className: 'number', render: (_, one) => whole(one.lines.length) },
    {
      title: t('differing'),
      align: 'right',
      className: 'number',
      render: (_, one) => whole(one.lines.filter(({ difference }) => difference !== 0).length),
    },
    { title: t('actor'), dataIndex: 'actor_name' },
    { title: t('note'), dataIndex: 'note' },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        <LinkButton to="/stocktakes/new" primary>
          {t('start')}
        </LinkButton>
      }
    >
      <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('empty')} />
    </Page>
  );
}
