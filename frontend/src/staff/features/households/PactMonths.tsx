/** The settled months of a household's pact: kept or not, what it earned, who got it and why. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type PactMonth } from '@/api';
import { civilDay, signed } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { Status } from '../../ui/Status';

interface Props {
  id: string;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function PactMonths({ id, cursor, onPage }: Props) {
  const { t } = useTranslation('staff-households');
  const query = $api.useQuery(
    'get',
    '/api/v1/households/{id}/pact',
    { params: { path: { id }, query: { ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const months = query.data && {
    ...query.data,
    items: query.data.items.map((one) => ({ ...one, id: one.month })),
  };
  const columns: TableProps<PactMonth & { id: string }>['columns'] = [
    { title: t('pact.month'), dataIndex: 'month', render: civilDay, className: 'number', width: 110 },
    {
      title: t('pact.mark'),
      width: 100,
      render: (_, { kept }) => (
        <Status tone={kept ? 'good' : 'warning'}>{kept ? t('pact.kept') : t('pact.not_kept')}</Status>
      ),
    },
    {
      title: t('pact.points'),
      align: 'right',
      className: 'number',
      width: 90,
      render: (_, { points }) => (points == null ? '' : signed(points)),
    },
    {
      title: t('pact.to'),
      width: 120,
      render: (_, { resident_id }) => resident_id && <ResidentLink id={resident_id} />,
    },
    {
      title: t('pact.why'),
      render: (_, { explanation, note, reversed }) => (
        <span className="words">
          {[reversed ? t('pact.reversed') : '', explanation, note].filter(Boolean).join(' · ')}
        </span>
      ),
    },
  ];
  return (
    <Paged
      query={{ ...query, data: months }}
      columns={columns}
      cursor={cursor}
      onPage={onPage}
      empty={t('pact.empty')}
    />
  );
}
