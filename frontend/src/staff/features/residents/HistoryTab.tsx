/** All that happened on a resident's wallet, each figure with its reason in words. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type ResidentTransfer } from '@/api';
import { moment, signed } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { Paged } from '../../ui/Paged';
import { ReasonButton } from '../../ui/ReasonButton';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { ExplanationShown } from './ExplanationShown';
import type { ListProps } from './tabs';

/** What can be taken back here; what was spent is undone where it was spent. */
const REVERSIBLE: ResidentTransfer['code'][] = ['earn', 'adjust', 'deduct', 'opening', 'give'];

export function HistoryTab({ id, cursor, onPage }: ListProps) {
  const { t } = useTranslation('staff-residents');
  const { t: shared } = useTranslation('staff');
  const { isDesk } = useMe();
  const explained = useExplanation();
  const query = $api.useQuery(
    'get',
    '/api/v1/residents/{id}/transfers',
    { params: { path: { id }, query: { ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const reverse = $api.useMutation('post', '/api/v1/transfers/{id}/reverse');
  const columns: TableProps<ResidentTransfer>['columns'] = [
    { title: t('history.at'), dataIndex: 'posted_at', render: moment, className: 'number', width: 160 },
    {
      title: t('history.what'),
      dataIndex: 'code',
      render: (code: ResidentTransfer['code']) => shared(`codes.${code}`),
      width: 90,
    },
    {
      title: t('history.points'),
      dataIndex: 'amount',
      align: 'right',
      className: 'number',
      width: 90,
      render: signed,
    },
    {
      title: t('history.why'),
      render: (_, one) => <span className="words">{explained.transfer(one)}</span>,
    },
    {
      key: 'actions',
      title: t('do'),
      width: 100,
      render: (_, one) =>
        one.reversed_by ? (
          <Status tone="ended">{t('history.reversed')}</Status>
        ) : (
          isDesk &&
          REVERSIBLE.includes(one.code) && (
            <ReasonButton
              size="small"
              danger
              run={(reason) => reverse.mutateAsync({ params: { path: { id: one.id } }, body: { reason } })}
              done={t('history.reverse_done')}
              consequence={t('history.reverse_follows')}
            >
              {t('history.reverse')}
            </ReasonButton>
          )
        ),
    },
  ];
  return (
    <Paged
      query={query}
      columns={columns}
      cursor={cursor}
      onPage={onPage}
      empty={t('history.empty')}
      expandable={{
        columnTitle: t('history.more'),
        columnWidth: 56,
        expandedRowRender: (one) => <ExplanationShown transfer={one} />,
      }}
    />
  );
}
