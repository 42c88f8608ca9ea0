/** The teams of a resident: asked for, in, left. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Membership } from '@/api';
import { dayOf } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { Status, type Tone } from '../../ui/Status';
import type { ListProps } from './tabs';

const tones: Record<Membership['state'], Tone> = {
  requested: 'waiting',
  active: 'good',
  refused: 'ended',
  ended: 'ended',
};

export function MembershipsTab({ id, cursor, onPage }: ListProps) {
  const { t } = useTranslation('staff-residents');
  const query = $api.useQuery(
    'get',
    '/api/v1/memberships',
    { params: { query: { resident_id: id, ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const day = (utc?: string | null) => (utc ? dayOf(utc) : '');
  const columns: TableProps<Membership>['columns'] = [
    {
      title: t('membership.team'),
      render: (_, { team_id, team_name }) => (
        <Link to="/teams/$id" params={{ id: team_id }}>
          {team_name}
        </Link>
      ),
    },
    {
      title: t('membership.position'),
      dataIndex: 'position',
      width: 100,
      render: (position: Membership['position']) => t(`membership.${position}`),
    },
    {
      title: t('state'),
      dataIndex: 'state',
      width: 110,
      render: (state: Membership['state']) => <Status tone={tones[state]}>{t(`membership.states.${state}`)}</Status>,
    },
    { title: t('membership.requested_at'), dataIndex: 'requested_at', render: day, className: 'number', width: 130 },
    { title: t('membership.decided_at'), dataIndex: 'decided_at', render: day, className: 'number', width: 130 },
    { title: t('membership.ended_at'), dataIndex: 'ended_at', render: day, className: 'number', width: 130 },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('membership.empty')} />;
}
