/** The roster of a shift: all of it is loaded before it can be changed, because it is sent as a whole. */

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor } from '@/lib/whole';
import { Loading } from '../../ui/Loading';
import { Screen } from '../../ui/Screen';
import { TroubleShown } from '../../ui/TroubleShown';
import { RosterForm } from './RosterForm';
import { peopleOf } from './roster';

const MOST = 200;

export function Roster({ id, shift }: { id: string; shift: string }) {
  const { t } = useTranslation('phone-leading');
  const activity = $api.useQuery('get', '/api/v1/activities/{id}', { params: { path: { id } } });
  const roster = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities/{id}/roster',
    { params: { path: { id }, query: { limit: MOST } } },
    // What is being written is not overwritten by a later answer; a new visit begins with a new one.
    { ...byCursor, gcTime: 0 },
  );
  const { hasNextPage, isFetching, fetchNextPage } = roster;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);

  const retry = () => {
    void activity.refetch();
    void roster.refetch();
  };
  const trouble = activity.error ?? roster.error;
  const lines = hasNextPage ? undefined : roster.data?.pages.flatMap((page) => page.items);
  const of = activity.data?.shifts.find((one) => one.id === shift);
  return (
    <Screen title={t('roster.title')} back>
      {trouble && <TroubleShown error={trouble} retry={retry} />}
      {!trouble && (activity.data === undefined || lines === undefined) && <Loading />}
      {!trouble && activity.data !== undefined && lines !== undefined && of !== undefined && (
        <RosterForm
          shift={of}
          teamId={activity.data.team_id}
          people={peopleOf(lines, shift)}
          state={activity.data.state}
        />
      )}
    </Screen>
  );
}
