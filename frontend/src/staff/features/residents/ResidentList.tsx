/** Residents: found as one types, one click from the detail. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type ListedResident, type Resident } from '@/api';
import { grouped } from '@/lib/format';
import { HouseholdLink } from '../../ui/HouseholdLink';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { CreateResident } from './CreateResident';
import { ExportButton } from './ExportButton';
import { ResidentFilters } from './ResidentFilters';
import { tones } from './tones';

export interface Search {
  cursor?: string | undefined;
  search?: string | undefined;
  state?: Resident['state'] | undefined;
  grid_id?: string | undefined;
  building_id?: string | undefined;
  household_id?: string | undefined;
  import_id?: string | undefined;
  /** Who took part between these days. */
  from?: string | undefined;
  until?: string | undefined;
  /** Whose points lapse up to this day. */
  lapsing_until?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search, options?: { replace: boolean }) => void;
}

export function ResidentList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-residents');
  const { isDesk } = useMe();
  const query = $api.useQuery(
    'get',
    '/api/v1/residents',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<ListedResident>['columns'] = [
    {
      title: t('name'),
      width: 140,
      render: (_, { id, name }) => (
        <Link to="/residents/$id" params={{ id }}>
          {name}
        </Link>
      ),
    },
    {
      title: t('phone'),
      dataIndex: 'phone',
      className: 'number',
      width: 150,
      render: (phone) => phone ?? t('no_phone'),
    },
    { title: t('birth_year'), dataIndex: 'birth_year', align: 'right', className: 'number', width: 110 },
    {
      title: t('household'),
      width: 260,
      render: (_, { household_id, address }) => <HouseholdLink id={household_id} address={address} />,
    },
    { title: t('card'), dataIndex: 'card_code', render: grouped, className: 'number', width: 140 },
    {
      title: t('state'),
      dataIndex: 'state',
      width: 110,
      render: (state: Resident['state']) => <Status tone={tones[state]}>{t(`states.${state}`)}</Status>,
    },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <ExportButton search={search} />
          {isDesk && <CreateResident />}
        </>
      }
    >
      <Paged
        query={query}
        columns={columns}
        filters={<ResidentFilters search={search} onSearch={onSearch} />}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
