/** An activity: what it is, its shifts, who signed up and who came, and what it earned them. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { moment, span } from '@/lib/format';
import { ActivityStatus } from '../../ui/ActivityStatus';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { Page } from '../../ui/Page';
import { ActivityActions } from './ActivityActions';
import { Roster } from './Roster';

/** What was to be mended is of interest until it has passed. */
const isDraft = ({ state }: Activity) => state === 'draft' || state === 'returned';

export function ActivityPage({ id }: { id: string }) {
  const { t } = useTranslation('staff-activities');
  const { t: common } = useTranslation('common');
  const query = $api.useQuery('get', '/api/v1/activities/{id}', { params: { path: { id } } });
  const book = $api.useQuery('get', '/api/v1/rulebooks/in-force', {}, { staleTime: 300_000 });
  const rule = (code: string) => book.data?.book.rules.find((one) => one.code === code)?.title ?? code;
  return (
    <Answer query={query}>
      {(activity) => (
        <Page title={activity.title} actions={<ActivityActions activity={activity} />}>
          <Facts
            facts={[
              [t('state'), <ActivityStatus key="state" state={activity.state} />],
              [
                t('team'),
                <Link key="team" to="/teams/$id" params={{ id: activity.team_id }}>
                  {activity.team_name}
                </Link>,
              ],
              [t('time'), span(activity.starts_at, activity.ends_at)],
              [t('place'), activity.place],
              [t('category'), common(`categories.${activity.category}`)],
              [t('beneficiary'), common(`beneficiaries.${activity.beneficiary}`)],
              [t('rule'), rule(activity.rule_code)],
              [t('recruit'), t(`recruits.${activity.recruit}`)],
              [t('organiser'), activity.organiser_name],
              [t('settled_at'), activity.settled_at && moment(activity.settled_at)],
              [t('cancel_reason'), activity.cancel_reason],
              [t('return_reason'), isDraft(activity) && activity.return_reason],
              [t('description'), activity.description],
            ]}
          />
          <Roster activity={activity} />
        </Page>
      )}
    </Answer>
  );
}
