/** For a team leader: what is to be done with the own teams' activities, or all there were; and proposing another. */

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { civilDayOf } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Empty } from '../../ui/Empty';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { useMe } from '../shell/useMe';
import { LedCard } from './LedCard';

const DAY_MS = 86_400_000;
/** What was on in the last weeks may still wait for its roster. */
const DAYS_BACK = 60;

export type View = 'all';

interface Search {
  team?: string | undefined;
  view?: View | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function Leading({ search, onSearch }: Props) {
  const { t } = useTranslation('phone-leading');
  const { me } = useMe();
  const team = search.team ?? me.team_ids[0];
  const { data: teams } = $api.useQuery('get', '/api/v1/teams');
  const nameOf = (id: string) => teams?.items.find((one) => one.id === id)?.name ?? '';
  if (team === undefined) {
    return (
      <Screen title={t('title')} back>
        <Empty>{t('no_team')}</Empty>
      </Screen>
    );
  }
  return (
    <Screen title={t('title')} back>
      {me.team_ids.length > 1 ? (
        <Views
          label={t('teams')}
          value={team}
          onChange={(next) => onSearch({ ...search, team: next })}
          options={me.team_ids.map((value) => ({ value, label: nameOf(value) }))}
        />
      ) : (
        <p className="soft">{nameOf(team)}</p>
      )}
      <div className="actions">
        <Link to="/leading/new" search={{ team }} className="button" data-tone="primary">
          {t('propose.title')}
        </Link>
        <Link to="/teams/$id" params={{ id: team }} className="button">
          {t('team')}
        </Link>
      </div>
      <Views
        label={t('views.label')}
        value={search.view ?? 'todo'}
        onChange={(view) => onSearch({ ...search, view: view === 'all' ? view : undefined })}
        options={[
          { value: 'todo', label: t('views.todo') },
          { value: 'all', label: t('views.all') },
        ]}
      />
      {search.view === 'all' ? <All team={team} /> : <ToDo team={team} />}
    </Screen>
  );
}

const isOpen = ({ state }: Activity) => state !== 'settled' && state !== 'cancelled';

function ToDo({ team }: { team: string }) {
  const { t } = useTranslation('phone-leading');
  // Not asked anew whenever the clock moves on.
  const [from] = useState(() => civilDayOf(new Date(Date.now() - DAYS_BACK * DAY_MS)));
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities',
    { params: { query: { team_id: team, from, limit: 100 } } },
    byCursor,
  );
  return (
    <Pages query={query} only={isOpen} empty={t('empty_todo')}>
      {(activity) => <LedCard activity={activity} />}
    </Pages>
  );
}

function All({ team }: { team: string }) {
  const { t } = useTranslation('phone-leading');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities',
    { params: { query: { team_id: team, limit: 20 } } },
    byCursor,
  );
  return (
    <Pages query={query} empty={t('empty')}>
      {(activity) => <LedCard activity={activity} />}
    </Pages>
  );
}
