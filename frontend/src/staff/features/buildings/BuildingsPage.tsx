/** Where people live: buildings, and the grids they belong to. */

import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page';
import { Sections } from '../../ui/Sections';
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
      <Sections
        label={t('places')}
        value={search.tab ?? 'buildings'}
        options={(['buildings', 'grids'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(tab) => onSearch(tab === 'grids' ? { tab } : {})}
      />
      {onGrids ? (
        <GridTable cursor={search.cursor} onPage={(cursor) => onSearch({ ...search, cursor })} />
      ) : (
        <BuildingTable search={search} onSearch={onSearch} />
      )}
    </Page>
  );
}
