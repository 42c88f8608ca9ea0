/** Where people live: buildings, and the grids they belong to. */

import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page';
import { useMe } from '../shell/useMe';
import { BuildingForm } from './BuildingForm';
import { BuildingTable } from './BuildingTable';
import { GridForm } from './GridForm';
import { GridTable } from './GridTable';

export interface Search {
  tab?: 'grids' | undefined;
  grid_id?: string | undefined;
  cursor?: string | undefined;
}

export function BuildingsPage({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-households');
  const { isDesk } = useMe();
  const onGrids = search.tab === 'grids';
  return (
    <Page title={t('places')} actions={isDesk && (onGrids ? <GridForm /> : <BuildingForm />)}>
      <Tabs
        activeKey={search.tab ?? 'buildings'}
        onChange={(tab) => onSearch(tab === 'grids' ? { tab } : {})}
        items={(['buildings', 'grids'] as const).map((key) => ({ key, label: t(key) }))}
        tabBarStyle={{ marginBottom: 0 }}
      />
      {onGrids ? (
        <GridTable cursor={search.cursor} onPage={(cursor) => onSearch({ ...search, cursor })} />
      ) : (
        <BuildingTable search={search} onSearch={onSearch} />
      )}
    </Page>
  );
}
