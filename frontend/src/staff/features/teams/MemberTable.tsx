/** Who asked to join, who is in the team, who was. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Membership, type MembershipState } from '@/api';
import { membershipStateValues } from '@/api/schema.gen';
import { dayOf } from '@/lib/format';
import { FilterSelect } from '../../ui/FilterSelect';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { Status, type Tone } from '../../ui/Status';
import { MembershipActions } from './MembershipActions';
import type { Search } from './TeamPage';

const tones: Record<MembershipState, Tone> = { requested: 'waiting', active: 'good', refused: 'ended', ended: 'ended' };

interface Props {
  id: string;
  search: Search;
  onSearch: (search: Search) => void;
}

export function MemberTable({ id, search, onSearch }: Props) {
  const { t } = useTranslation('staff-teams');
  const { state, cursor } = search;
  const query = $api.useQuery(
    'get',
    '/api/v1/teams/{id}/memberships',
    {
      params: {
        path: { id },
        query: { ...(state !== undefined && { state }), ...(cursor !== undefined && { cursor }) },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const day = (utc?: string | null) => (utc ? dayOf(utc) : '');
  const columns: TableProps<Membership>['columns'] = [
    {
      title: t('resident'),
      width: 130,
      render: (_, { resident_id, resident_name }) => <ResidentLink id={resident_id} name={resident_name} />,
    },
    { title: t('position'), width: 90, render: (_, { position }) => t(`positions.${position}`) },
    {
      title: t('state'),
      width: 100,
      render: (_, one) => <Status tone={tones[one.state]}>{t(`states.${one.state}`)}</Status>,
    },
    { title: t('requested_at'), dataIndex: 'requested_at', render: day, className: 'number', width: 120 },
    { title: t('decided_at'), dataIndex: 'decided_at', render: day, className: 'number', width: 120 },
    { title: t('ended_at'), dataIndex: 'ended_at', render: day, className: 'number', width: 120 },
    { key: 'actions', title: t('do'), width: 200, render: (_, one) => <MembershipActions membership={one} /> },
  ];
  return (
    <Paged
      query={query}
      columns={columns}
      filters={
        <FilterSelect
          label={t('state')}
          value={state}
          options={membershipStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
          onChange={(chosen) => onSearch({ state: chosen })}
        />
      }
      cursor={cursor}
      onPage={(next) => onSearch({ ...search, cursor: next })}
      empty={t('members_empty')}
    />
  );
}
