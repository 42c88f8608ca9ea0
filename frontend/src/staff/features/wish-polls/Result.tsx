/** What came of a wish poll: a bar for each candidate, with who voted for it by age. */

import { Card, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type AgeGroup, type WishCandidateResult } from '@/api';
import { percent, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Rows } from '../../ui/Rows';

const groups = ['children', 'youth', 'seniors', 'unknown'] as const;

export function Result({ id }: { id: string }) {
  const { t } = useTranslation('staff-wish-polls');
  const { t: shared } = useTranslation('staff');
  const query = $api.useQuery('get', '/api/v1/wish-polls/{id}/result', { params: { path: { id } } });
  const columnsOf = (voters: number): TableProps<WishCandidateResult>['columns'] => [
    { title: t('candidate'), dataIndex: 'name', width: 180 },
    {
      title: t('age_group'),
      dataIndex: 'age_group',
      width: 100,
      render: (group: AgeGroup) => shared(`age_groups.${group}`),
    },
    { title: t('votes'), align: 'right', className: 'number', width: 80, render: (_, { votes }) => whole(votes.total) },
    { title: t('share'), render: (_, { votes }) => <Bar share={voters === 0 ? 0 : votes.total / voters} /> },
    ...groups.map((group) => ({
      title: t(`by.${group}`),
      align: 'right' as const,
      className: 'number',
      width: 96,
      render: (_: unknown, { votes }: WishCandidateResult) => whole(votes[group]),
    })),
  ];
  return (
    <Answer query={query}>
      {({ ballots, candidates }) => (
        <Card title={t('result')} extra={t('voters', { count: ballots.total })} styles={{ body: { padding: 0 } }}>
          <Rows<WishCandidateResult> rowKey="id" columns={columnsOf(ballots.total)} rows={candidates} />
        </Card>
      )}
    </Answer>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <div
      className="number"
      style={{ display: 'grid', gridTemplateColumns: 'minmax(120px, 1fr) 4em', gap: 8, alignItems: 'center' }}
    >
      <div style={{ background: '#ececec', borderRadius: 3 }}>
        <div style={{ width: percentOf(share), height: 12, background: '#0f766e', borderRadius: 3 }} />
      </div>
      {percent(share)}
    </div>
  );
}

const percentOf = (share: number) => `${(share * 100).toFixed(1)}%`;
