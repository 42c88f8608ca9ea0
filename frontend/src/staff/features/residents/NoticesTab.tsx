/** What a resident is told; who has no phone is told at the desk, which ticks it off. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Notice } from '@/api';
import { moment } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { Paged } from '../../ui/Paged';
import { Status } from '../../ui/Status';
import type { ListProps } from './tabs';

export function NoticesTab({ id, cursor, onPage }: ListProps) {
  const { t } = useTranslation('staff-residents');
  const query = $api.useQuery(
    'get',
    '/api/v1/notices',
    { params: { query: { resident_id: id, ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const read = $api.useMutation('post', '/api/v1/notices/{id}/read');
  const columns: TableProps<Notice>['columns'] = [
    { title: t('notice.text'), dataIndex: 'text', render: (text: string) => <span className="words">{text}</span> },
    { title: t('notice.at'), dataIndex: 'created_at', render: moment, className: 'number', width: 160 },
    {
      title: t('notice.read_at'),
      dataIndex: 'read_at',
      className: 'number',
      width: 160,
      render: (at?: string | null) => (at ? moment(at) : <Status tone="waiting">{t('notice.unread')}</Status>),
    },
    {
      key: 'actions',
      title: t('do'),
      width: 140,
      render: (_, one) =>
        !one.read_at && (
          <CommandButton
            size="small"
            run={() => read.mutateAsync({ params: { path: { id: one.id } } })}
            done={t('notice.tell_done')}
          >
            {t('notice.told')}
          </CommandButton>
        ),
    },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('notice.empty')} />;
}
