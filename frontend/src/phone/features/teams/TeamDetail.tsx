/** A team: what it does, who leads it, and joining or leaving it. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Membership, type Team } from '@/api';
import { civilDay, listed } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Facts } from '../../ui/Facts';
import { Screen } from '../../ui/Screen';
import { useMe } from '../shell/useMe';
import { Members } from './Members';
import { MembershipStatus } from './MembershipStatus';
import { Requests } from './Requests';

const MOST = 200;

export function TeamDetail({ id }: { id: string }) {
  const { t } = useTranslation('phone-teams');
  const { me } = useMe();
  const query = $api.useQuery('get', '/api/v1/teams/{id}', { params: { path: { id } } });
  return (
    <Screen title={query.data?.name ?? t('title')} back>
      <Answer query={query}>
        {(team) => (
          <>
            <section className="card">
              <Facts
                of={[
                  [t('kind'), t(`kinds.${team.kind}`)],
                  [t('purpose'), team.purpose],
                  [t('leaders'), listed(team.leaders)],
                  [t('size'), t('members', { count: team.members })],
                  [t('founded'), civilDay(team.founded_on)],
                  [t('state'), team.state === 'dissolved' && t('dissolved')],
                ]}
              />
            </section>
            <Belonging team={team} />
            <Link to="/activities" className="button" data-wide>
              {t('activities')}
            </Link>
            {me.team_ids.includes(team.id) && (
              <>
                <Requests teamId={team.id} />
                <Members teamId={team.id} />
              </>
            )}
          </>
        )}
      </Answer>
    </Screen>
  );
}

function Belonging({ team }: { team: Team }) {
  const query = $api.useQuery('get', '/api/v1/memberships', { params: { query: { limit: MOST } } });
  const stands = (one: Membership) => one.team_id === team.id && (one.state === 'active' || one.state === 'requested');
  return (
    <Answer query={query}>
      {({ items }) => {
        const membership = items.find(stands);
        if (membership !== undefined) return <Leave team={team} membership={membership} />;
        return team.state === 'active' ? <Join team={team} /> : null;
      }}
    </Answer>
  );
}

function Join({ team }: { team: Team }) {
  const { t } = useTranslation('phone-teams');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/teams/{id}/memberships');
  return (
    <CommandButton
      label={t('join')}
      tone="primary"
      wide
      run={() => mutateAsync({ params: { path: { id: team.id } }, body: {} })}
      done={t('join_done')}
    />
  );
}

function Leave({ team, membership }: { team: Team; membership: Membership }) {
  const { t } = useTranslation('phone-teams');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/memberships/{id}/end');
  const asked = membership.state === 'requested';
  return (
    <section className="card">
      <MembershipStatus membership={membership} />
      <CommandButton
        label={asked ? t('take_back') : t('leave')}
        tone="danger"
        wide
        ask={{ title: asked ? t('take_back') : t('leave'), text: t('leave_text', { team: team.name }) }}
        run={() => mutateAsync({ params: { path: { id: membership.id } } })}
        done={asked ? t('take_back_done') : t('leave_done')}
      />
    </section>
  );
}
