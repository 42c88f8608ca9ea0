/** What is on: activities near in time, the resident's own sign-ups, and all there was. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { ActivityCard } from './ActivityCard';
import { MySignups } from './MySignups';
import { Upcoming } from './Upcoming';

export type View = 'upcoming' | 'mine' | 'past';

export function ActivityList({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation('phone-activities');
  return (
    <Screen title={t('title')}>
      <Views
        label={t('views.label')}
        value={view}
        onChange={onView}
        options={[
          { value: 'upcoming', label: t('views.upcoming') },
          { value: 'mine', label: t('views.mine') },
          { value: 'past', label: t('views.past') },
        ]}
      />
      {view === 'upcoming' && <Upcoming />}
      {view === 'mine' && (
        <>
          <MySignups />
          <Link to="/no-shows" className="button" data-wide>
            {t('no_shows.title')}
          </Link>
        </>
      )}
      {view === 'past' && <Past />}
    </Screen>
  );
}

function Past() {
  const { t } = useTranslation('phone-activities');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities',
    { params: { query: { state: 'settled', limit: 20 } } },
    byCursor,
  );
  return (
    <Pages query={query} empty={t('empty.past')}>
      {(activity) => <ActivityCard activity={activity} />}
    </Pages>
  );
}
