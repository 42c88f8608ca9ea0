/** The no-shows of a resident, and appealing in the resident's place. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type NoShow } from '@/api';
import { moment } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { ReasonButton } from '../../ui/ReasonButton';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import type { ListProps } from './tabs';

const words = (text: string | null) => text && <span className="words">{text}</span>;

export function NoShowsTab({ id, cursor, onPage }: ListProps) {
  const { t } = useTranslation('staff-residents');
  const { isDesk } = useMe();
  const query = $api.useQuery(
    'get',
    '/api/v1/residents/{id}/no-shows',
    { params: { path: { id }, query: { ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const appeal = $api.useMutation('post', '/api/v1/no-shows/{id}/appeal');
  const stands = (one: NoShow) => {
    if (one.verdict) {
      const tone = one.verdict === 'granted' ? 'good' : 'ended';
      return <Status tone={tone}>{t(`no_show.verdicts.${one.verdict}`)}</Status>;
    }
    if (one.appeal) return <Status tone="waiting">{t('no_show.waits')}</Status>;
    if (!isDesk) return null;
    return (
      <ReasonButton
        size="small"
        run={(reason) => appeal.mutateAsync({ params: { path: { id: one.id } }, body: { reason } })}
        done={t('no_show.appealed')}
        consequence={t('no_show.appeal_follows')}
      >
        {t('no_show.appeal')}
      </ReasonButton>
    );
  };
  const columns: TableProps<NoShow>['columns'] = [
    {
      title: t('no_show.activity'),
      render: (_, { activity_id, activity_title }) => (
        <Link to="/activities/$id" params={{ id: activity_id }}>
          {activity_title}
        </Link>
      ),
    },
    { title: t('no_show.starts_at'), dataIndex: 'starts_at', render: moment, className: 'number', width: 160 },
    { title: t('no_show.missed'), render: (_, { missed }) => t(`no_show.${missed}`), width: 80 },
    { title: t('no_show.step'), render: (_, { step }) => t(`no_show.${step}`), width: 100 },
    { title: t('no_show.said'), dataIndex: 'appeal', render: words },
    { title: t('no_show.note'), dataIndex: 'note', render: words },
    { title: t('no_show.verdict'), width: 120, render: (_, one) => stands(one) },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('no_show.empty')} />;
}
