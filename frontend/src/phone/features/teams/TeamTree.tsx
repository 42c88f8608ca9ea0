/** All volunteer teams, each below the one that it came from, and those that the resident is in. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Team } from '@/api';
import { Answer } from '../../ui/Answer';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { MyTeams } from './MyTeams';

export type View = 'all' | 'mine';

export function TeamTree({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation('phone-teams');
  const query = $api.useQuery('get', '/api/v1/teams');
  return (
    <Screen title={t('title')} back>
      <Views
        label={t('views.label')}
        value={view}
        onChange={onView}
        options={[
          { value: 'all', label: t('views.all') },
          { value: 'mine', label: t('views.mine') },
        ]}
      />
      <Answer query={query}>
        {({ items }) => {
          const teams = items.filter((team) => team.state === 'active');
          if (view === 'mine') return <MyTeams />;
          if (teams.length === 0) return <Empty>{t('empty')}</Empty>;
          return <Branch teams={teams} parent={undefined} />;
        }}
      </Answer>
    </Screen>
  );
}

function Branch({ teams, parent }: { teams: Team[]; parent: string | undefined }) {
  const { t } = useTranslation('phone-teams');
  const known = new Set(teams.map((team) => team.id));
  const isHere = (team: Team) =>
    parent === undefined ? !team.parent_id || !known.has(team.parent_id) : team.parent_id === parent;
  const here = teams.filter(isHere);
  if (here.length === 0) return null;
  return (
    <ul className={parent === undefined ? 'stack' : 'stack branch'}>
      {here.map((team) => (
        <li key={team.id} className="stack">
          <Link to="/teams/$id" params={{ id: team.id }} className="card">
            <span className="row">
              <strong>{team.name}</strong>
              <span className="soft">{t('members', { count: team.members })}</span>
            </span>
            <span className="soft">{t(`kinds.${team.kind}`)}</span>
          </Link>
          <Branch teams={teams} parent={team.id} />
        </li>
      ))}
    </ul>
  );
}
