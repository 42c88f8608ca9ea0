/** Residents: found as one types, one click from the detail. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input, Select, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Resident } from '@/api';
import { residentStateValues } from '@/api/schema.gen';
import { grouped } from '@/lib/format';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { Status, type Tone } from '../../ui/Status';

interface Search {
  cursor?: string | undefined;
  search?: string | undefined;
  state?: Resident['state'] | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search, options?: { replace: boolean }) => void;
}

const tones: Record<Resident['state'], Tone> = { active: 'good', moved_out: 'ended', deceased: 'ended' };

export function ResidentList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-residents');
  const query = $api.useQuery(
    'get',
    '/api/v1/residents',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Resident>['columns'] = [
    { title: t('name'), render: (_, one) => <Link to="/residents">{one.name}</Link> },
    { title: t('phone'), dataIndex: 'phone' },
    { title: t('birth_year'), dataIndex: 'birth_year', align: 'right', className: 'number' },
    { title: t('card'), dataIndex: 'card_code', render: grouped, className: 'number' },
    {
      title: t('state'),
      dataIndex: 'state',
      render: (state: Resident['state']) => <Status tone={tones[state]}>{t(`states.${state}`)}</Status>,
    },
  ];
  const filters = (
    <>
      <Input.Search
        allowClear
        aria-label={t('find')}
        placeholder={t('find')}
        defaultValue={search.search}
        onSearch={(typed) => onSearch({ ...search, cursor: undefined, search: typed || undefined })}
        style={{ width: 320 }}
      />
      <Select
        allowClear
        aria-label={t('state')}
        placeholder={t('state')}
        value={search.state ?? null}
        onChange={(state) => onSearch({ ...search, cursor: undefined, state: state ?? undefined })}
        options={residentStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        style={{ width: 140 }}
      />
    </>
  );
  return (
    <Page title={t('title')}>
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
