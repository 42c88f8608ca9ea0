/** The lines of a statement; those that the partner disputes are marked. */

import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type StoreStatement } from '@/api';
import { grouped, moment, whole, yuan } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { Status } from '../../ui/Status';

type Line = StoreStatement['items'][number];

interface Props {
  query: Parameters<typeof Paged<Line>>[0]['query'];
  statementId: string | undefined;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function Lines({ query, statementId = '', cursor, onPage }: Props) {
  const { t } = useTranslation('staff-statements');
  const closed = $api.useQuery(
    'get',
    '/api/v1/statements/{id}',
    { params: { path: { id: statementId } } },
    { enabled: statementId !== '' },
  );
  const disputed = closed.data?.disputed_lines ?? [];
  const columns: TableProps<Line>['columns'] = [
    { title: t('at'), dataIndex: 'at', className: 'number', render: moment },
    { title: t('kind'), dataIndex: 'kind', render: (kind: Line['kind']) => t(`kinds.${kind}`) },
    { title: t('offer'), dataIndex: 'offer_title' },
    { title: t('code'), dataIndex: 'code', className: 'number', render: grouped },
    { title: t('bill'), dataIndex: 'bill_fen', align: 'right', className: 'number', render: yuan },
    { title: t('discount'), dataIndex: 'discount_fen', align: 'right', className: 'number', render: yuan },
    { title: t('points'), dataIndex: 'points', align: 'right', className: 'number', render: whole },
    { title: t('cashier'), dataIndex: 'cashier_name' },
    {
      title: t('remark'),
      render: (_, { id, undone_at }) =>
        (undone_at || disputed.includes(id)) && (
          <div className="filters">
            {undone_at && <Status tone="ended">{t('undone')}</Status>}
            {disputed.includes(id) && <Status tone="warning">{t('disputed')}</Status>}
          </div>
        ),
    },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('no_lines')} />;
}
