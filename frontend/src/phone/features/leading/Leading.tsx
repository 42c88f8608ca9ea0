/** For a team leader: the activities of the own teams, the latest first. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { clock, spokenDay } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Empty } from '../../ui/Empty';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { useMe } from '../shell/useMe';
import { StateOfActivity } from './StateOfActivity';

interface Props {
  team: string | undefined;
  onTeam: (team: string) => void;
}

export function Leading({ team, onTeam }: Props) {
  const { t } = useTranslation('phone-leading');
  const { me } = useMe();
  const chosen = team ?? me.team_ids[0];
  const { data: teams } = $api.useQuery('get', '/api/v1/teams');
  const nameOf = (id: string) => teams?.items.find((one) => one.id === id)?.name ?? '';
  return (
    <Screen title={t('title')} back>
      {chosen === undefined ? (
        <Empty>{t('no_team')}</Empty>
      ) : (
        <>
          {me.team_ids.length > 1 && (
            <Views
              label={t('teams')}
              value={chosen}
              onChange={onTeam}
              options={me.team_ids.map((value) => ({ value, label: nameOf(value) }))}
            />
          )}
          <Link to="/teams/$id" params={{ id: chosen }} className="button" data-wide>
            {t('team')}
          </Link>
          <Activities team={chosen} />
        </>
      )}
    </Screen>
  );
}

function Activities({ team }: { team: string }) {
  const { t } = useTranslation('phone-leading');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities',
    { params: { query: { team_id: team, limit: 20 } } },
    byCursor,
  );
  return (
    <Pages query={query} empty={t('empty')}>
      {(activity) => (
        <Link to="/leading/$id" params={{ id: activity.id }} className="card">
          <span className="row">
            <strong>{activity.title}</strong>
            <StateOfActivity state={activity.state} />
          </span>
          <span className="soft">
            {spokenDay(activity.starts_at)} {clock(activity.starts_at)} · {activity.place}
          </span>
        </Link>
      )}
    </Pages>
  );
}
