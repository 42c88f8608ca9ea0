/** Activities that one can still go to, the soonest first. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { civilDayOf } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { ActivityCard } from './ActivityCard';

const isAhead = ({ ends_at }: Activity) => new Date(ends_at) > new Date();

export function Upcoming() {
  const { t } = useTranslation('phone-activities');
  const [today] = useState(() => civilDayOf(new Date()));
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities',
    { params: { query: { from: today, open: true, limit: 20 } } },
    byCursor,
  );
  return (
    <Pages query={query} only={isAhead} empty={t('empty.upcoming')}>
      {(activity) => <ActivityCard activity={activity} />}
    </Pages>
  );
}
