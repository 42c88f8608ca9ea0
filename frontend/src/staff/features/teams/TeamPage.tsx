/** A team: what it is, who is in it, what it does. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type MembershipState, type Team } from '@/api';
import { civilDay, listed, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Facts } from '../../ui/Facts';
import { Page } from '../../ui/Page';
import { Sections } from '../../ui/Sections';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { AddMember } from './AddMember';
import { ChangeTeam } from './ChangeTeam';
import { MemberTable } from './MemberTable';
import { TeamActivities } from './TeamActivities';

export interface Search {
  tab?: 'activities' | undefined;
  state?: MembershipState | undefined;
  cursor?: string | undefined;
}

interface Props {
  id: string;
  search: Search;
  onSearch: (search: Search) => void;
}

export function TeamPage({ id, search, onSearch }: Props) {
  const { t } = useTranslation('staff-teams');
  const { isDesk } = useMe();
  const query = $api.useQuery('get', '/api/v1/teams/{id}', { params: { path: { id } } });
  const change = $api.useMutation('patch', '/api/v1/teams/{id}');
  const become = (state: Team['state']) => () => change.mutateAsync({ params: { path: { id } }, body: { state } });
  return (
    <Answer query={query}>
      {(team) => (
        <Page
          title={team.name}
          actions={
            <>
              {team.state === 'active' ? (
                <CommandButton danger run={become('dissolved')} done={t('changed')} ask={t('dissolve_ask')}>
                  {t('dissolve')}
                </CommandButton>
              ) : (
                <CommandButton run={become('active')} done={t('changed')}>
                  {t('take_up')}
                </CommandButton>
              )}
              <ChangeTeam team={team} />
              {isDesk && team.state === 'active' && <AddMember teamId={id} />}
            </>
          }
        >
          <Facts
            facts={[
              [t('kind'), t(`kinds.${team.kind}`)],
              [t('parent'), team.parent_id && <Parent key="parent" id={team.parent_id} />],
              [
                t('state'),
                <Status key="state" tone={team.state === 'active' ? 'good' : 'ended'}>
                  {t(`team_states.${team.state}`)}
                </Status>,
              ],
              [t('leaders'), listed(team.leaders) || t('none')],
              [t('members'), whole(team.members)],
              [t('founded_on'), civilDay(team.founded_on)],
              [t('purpose'), team.purpose],
            ]}
          />
          <Sections
            label={team.name}
            value={search.tab ?? 'members'}
            options={(['members', 'activities'] as const).map((value) => ({ value, label: t(`tabs.${value}`) }))}
            onChange={(tab) => onSearch(tab === 'activities' ? { tab } : {})}
          />
          {search.tab === 'activities' ? (
            <TeamActivities id={id} cursor={search.cursor} onPage={(cursor) => onSearch({ ...search, cursor })} />
          ) : (
            <MemberTable id={id} search={search} onSearch={onSearch} />
          )}
        </Page>
      )}
    </Answer>
  );
}

function Parent({ id }: { id: string }) {
  const parent = $api.useQuery('get', '/api/v1/teams/{id}', { params: { path: { id } } });
  return (
    <Link to="/teams/$id" params={{ id }}>
      {parent.data?.name ?? '…'}
    </Link>
  );
}
