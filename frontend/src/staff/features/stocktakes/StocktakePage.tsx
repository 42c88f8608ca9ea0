/** A stocktake: what the books said, what was there, what differed. */

import { Link } from '@tanstack/react-router';
import { Card, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type StocktakeLine } from '@/api';
import { moment, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { Page } from '../../ui/Page';
import { Rows } from '../../ui/Rows';
import { Difference } from './Difference';

export function StocktakePage({ id }: { id: string }) {
  const { t } = useTranslation('staff-stocktakes');
  const query = $api.useQuery('get', '/api/v1/stocktakes/{id}', { params: { path: { id } } });
  const columns: TableProps<StocktakeLine>['columns'] = [
    {
      title: t('reward'),
      render: (_, line) => (
        <Link to="/rewards/$id" params={{ id: line.reward_id }}>
          {line.reward_name}
        </Link>
      ),
    },
    { title: t('booked'), dataIndex: 'booked', align: 'right', className: 'number', render: whole },
    { title: t('counted'), dataIndex: 'counted', align: 'right', className: 'number', render: whole },
    {
      title: t('difference'),
      dataIndex: 'difference',
      align: 'right',
      className: 'number',
      render: (difference: number) => <Difference value={difference} />,
    },
  ];
  return (
    <Answer query={query}>
      {(stocktake) => (
        <Page title={t('of', { when: moment(stocktake.taken_at) })}>
          <Facts
            facts={[
              [t('actor'), stocktake.actor_name],
              [t('counted_rewards'), stocktake.lines.length],
              [t('differing'), stocktake.lines.filter(({ difference }) => difference !== 0).length],
              [t('note'), stocktake.note],
            ]}
          />
          <Card styles={{ body: { padding: 0 } }}>
            <Rows<StocktakeLine> rowKey="reward_id" columns={columns} rows={stocktake.lines} />
          </Card>
        </Page>
      )}
    </Answer>
  );
}
