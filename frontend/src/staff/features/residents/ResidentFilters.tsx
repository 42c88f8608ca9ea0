/** Which residents are on screen: what was typed, and where they live. */

import { Input, Tag } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { residentStateValues } from '@/api/schema.gen';
import { civilDay, spanned } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import { BuildingSelect } from '../../ui/BuildingSelect';
import { FilterSelect } from '../../ui/FilterSelect';
import { usePlaces } from '../../ui/usePlaces';
import type { Search } from './ResidentList';

interface Props {
  search: Search;
  onSearch: (search: Search, options?: { replace: boolean }) => void;
}

export function ResidentFilters({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-residents');
  const { grids } = usePlaces();
  const change = (next: Search) => onSearch({ ...search, cursor: undefined, ...next });
  const [typed, setTyped] = useState(search.search ?? '');
  const settled = useDelayed(typed.trim());
  // Only what was typed calls for another list; the rest of the address changes by itself.
  const find = useEffectEvent((words: string) => {
    const next = words === '' ? undefined : words;
    if (next !== search.search) onSearch({ ...search, cursor: undefined, search: next }, { replace: true });
  });
  useEffect(() => find(settled), [settled]);
  return (
    <>
      <Input
        allowClear
        autoFocus
        aria-label={t('find')}
        placeholder={t('find')}
        value={typed}
        maxLength={40}
        onChange={(event) => setTyped(event.target.value)}
        style={{ width: 300 }}
      />
      <FilterSelect
        label={t('state')}
        value={search.state}
        options={residentStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => change({ state })}
        width={120}
      />
      <FilterSelect
        label={t('grid')}
        value={search.grid_id}
        options={grids.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(grid_id) => change({ grid_id, building_id: undefined })}
      />
      <BuildingSelect
        label={t('building')}
        value={search.building_id}
        gridId={search.grid_id}
        onChange={(building_id) => change({ building_id })}
        width={200}
      />
      {search.household_id !== undefined && (
        <Tag closable onClose={() => change({ household_id: undefined })}>
          {t('one_household')}
        </Tag>
      )}
      {search.import_id !== undefined && (
        <Tag closable onClose={() => change({ import_id: undefined })}>
          {t('one_import')}
        </Tag>
      )}
      {(search.from ?? search.until) !== undefined && (
        <Tag closable onClose={() => change({ from: undefined, until: undefined })}>
          {t('took_part', { days: spanned(search.from, search.until) })}
        </Tag>
      )}
      {search.lapsing_until !== undefined && (
        <Tag closable onClose={() => change({ lapsing_until: undefined })}>
          {t('lapsing', { day: civilDay(search.lapsing_until) })}
        </Tag>
      )}
    </>
  );
}
