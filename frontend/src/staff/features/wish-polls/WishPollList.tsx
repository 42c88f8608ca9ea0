/** Wish polls: what residents would like the supermarket to buy. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type WishPoll, type WishPollState } from '@/api';
import { wishPollStateValues } from '@/api/schema.gen';
import { moment, until, whole } from '@/lib/format';
import { FilterSelect } from '../../ui/FilterSelect';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { useMe } from '../shell/useMe';
import { PollStatus } from './PollStatus';
import { WishPollForm } from './WishPollForm';

interface Search {
  cursor?: string | undefined;
  state?: WishPollState | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function WishPollList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-wish-polls');
  const { isDesk } = useMe();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const create = $api.useMutation('post', '/api/v1/wish-polls');
  const query = $api.useQuery(
    'get',
    '/api/v1/wish-polls',
    { params: { query: { ...search, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<WishPoll>['columns'] = [
    {
      title: t('poll_title'),
      render: (_, one) => (
        <Link to="/wish-polls/$id" params={{ id: one.id }}>
          {one.title}
        </Link>
      ),
    },
    { title: t('state'), dataIndex: 'state', render: (state: WishPollState) => <PollStatus state={state} /> },
    {
      title: t('time'),
      className: 'number',
      render: (_, one) => `${moment(one.opens_at)}–${one.closed_at ? moment(one.closed_at) : until(one.closes_at)}`,
    },
    { title: t('candidates'), align: 'right', className: 'number', render: (_, one) => whole(one.candidates.length) },
    { title: t('ballots'), dataIndex: 'ballots', align: 'right', className: 'number', render: whole },
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
            options={wishPollStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
            onChange={(state) => onSearch({ state })}
          />
        }
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
      {adding && (
        <WishPollForm
          title={t('add')}
          onClose={() => setAdding(false)}
          submit={async (body) => {
            const { id } = await create.mutateAsync({ body });
            await navigate({ to: '/wish-polls/$id', params: { id } });
          }}
          done={t('added')}
        />
      )}
    </Page>
  );
}
