/** The community's activities: as a list, or on the days of a month. */

import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type ActivityState, type Category } from '@/api';
import { activityStateValues, categoryValues } from '@/api/schema.gen';
import { DayPicker } from '../../ui/DayPicker';
import { FilterSelect } from '../../ui/FilterSelect';
import { FindInput } from '../../ui/FindInput';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { ActivityTable } from './ActivityTable';
import { MonthShown } from './MonthShown';

export interface Search {
  view?: 'month' | undefined;
  month?: string | undefined;
  cursor?: string | undefined;
  state?: ActivityState | undefined;
  team_id?: string | undefined;
  category?: Category | undefined;
  /** Days of the list; the calendar has its month. */
  from?: string | undefined;
  until?: string | undefined;
  search?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function ActivitiesPage({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-activities');
  const { t: common } = useTranslation('common');
  const teams = $api.useQuery('get', '/api/v1/teams', {}, { staleTime: 300_000 });
  const change = (next: Search) => onSearch({ ...search, cursor: undefined, ...next });
  const onMonth = search.view === 'month';
  const filters = (
    <>
      <Segmented
        aria-label={t('view')}
        value={search.view ?? 'list'}
        options={(['list', 'month'] as const).map((value) => ({ value, label: t(`views.${value}`) }))}
        onChange={(view) => change({ view: view === 'month' ? view : undefined, category: undefined })}
      />
      <FilterSelect
        label={t('state')}
        value={search.state}
        options={activityStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => change({ state })}
        width={120}
      />
      <FilterSelect
        label={t('team')}
        value={search.team_id}
        options={(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(team_id) => change({ team_id })}
        width={180}
      />
      <FindInput label={t('name')} value={search.search} onChange={(words) => change({ search: words })} />
      {!onMonth && (
        <>
          <DayPicker label={t('from')} value={search.from} onChange={(from) => change({ from })} width={130} />
          <DayPicker label={t('until')} value={search.until} onChange={(until) => change({ until })} width={130} />
        </>
      )}
      {onMonth && (
        <FilterSelect
          label={t('category')}
          value={search.category}
          options={categoryValues.map((value) => ({ value, label: common(`categories.${value}`) }))}
          onChange={(category) => change({ category })}
        />
      )}
    </>
  );
  return (
    <Page
      title={t('title')}
      actions={
        <LinkButton
          primary
          to="/activities/new"
          search={search.team_id === undefined ? {} : { team_id: search.team_id }}
        >
          {t('new')}
        </LinkButton>
      }
    >
      {onMonth ? (
        <MonthShown search={search} onSearch={onSearch} filters={filters} />
      ) : (
        <ActivityTable search={search} onSearch={onSearch} filters={filters} />
      )}
    </Page>
  );
}
