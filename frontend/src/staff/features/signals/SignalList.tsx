/** Signals of abuse: patterns in confirmations that somebody should look into. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Signal, type SignalKind, type SignalState } from '@/api';
import { signalKindValues, signalStateValues } from '@/api/schema.gen';
import { civilDay, whole } from '@/lib/format';
import { DayPicker } from '../../ui/DayPicker';
import { FilterSelect } from '../../ui/FilterSelect';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { StoreSelect } from '../../ui/StoreSelect';
import { SignalStatus } from './SignalStatus';

interface Search {
  cursor?: string | undefined;
  kind?: SignalKind | undefined;
  state?: SignalState | undefined;
  store_id?: string | undefined;
  resident_id?: string | undefined;
  day?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function SignalList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-signals');
  const query = $api.useQuery(
    'get',
    '/api/v1/signals',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: Search) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Signal>['columns'] = [
    {
      title: t('kind'),
      render: (_, { id, kind }) => (
        <Link to="/signals/$id" params={{ id }}>
          {t(`kinds.${kind}`)}
        </Link>
      ),
    },
    { title: t('day'), dataIndex: 'day', className: 'number', render: civilDay },
    { title: t('store'), dataIndex: 'store_name' },
    { title: t('cashier'), dataIndex: 'cashier_name' },
    {
      title: t('resident'),
      render: (_, one) => one.resident_id && <ResidentLink id={one.resident_id} name={one.resident_name} />,
    },
    { title: t('count'), dataIndex: 'count', align: 'right', className: 'number', render: whole },
    { title: t('threshold'), dataIndex: 'threshold', align: 'right', className: 'number', render: whole },
    { title: t('state'), dataIndex: 'state', render: (state: SignalState) => <SignalStatus state={state} /> },
    {
      title: t('note'),
      width: 200,
      render: (_, { note, looked_by_name }) =>
        note && (
          <div style={{ minWidth: 120, whiteSpace: 'normal' }}>
            {note}
            {looked_by_name && t('by', { name: looked_by_name })}
          </div>
        ),
    },
  ];
  const filters = (
    <>
      <FilterSelect
        label={t('state')}
        value={search.state}
        options={signalStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => filter({ state })}
      />
      <FilterSelect
        label={t('kind')}
        value={search.kind}
        options={signalKindValues.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => filter({ kind })}
        width={220}
      />
      <StoreSelect value={search.store_id} onChange={(store_id) => filter({ store_id })} />
      <DayPicker label={t('day')} value={search.day} onChange={(day) => filter({ day })} />
      <div style={{ width: 260 }}>
        <ResidentPicker
          aria-label={t('resident')}
          {...(search.resident_id !== undefined && { value: search.resident_id })}
          onChange={(resident_id) => filter({ resident_id })}
        />
      </div>
    </>
  );
  return (
    <Page title={t('heading')}>
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
