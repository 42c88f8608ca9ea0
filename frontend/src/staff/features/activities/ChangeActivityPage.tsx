/** Changes a draft: once it is reviewed, an activity stays as it was reviewed. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Activity, type NewActivity } from '@/api';
import { Answer } from '../../ui/Answer';
import { ActivityForm } from './ActivityForm';

export function ChangeActivityPage({ id }: { id: string }) {
  const { t } = useTranslation('staff-activities');
  const navigate = useNavigate();
  const query = $api.useQuery('get', '/api/v1/activities/{id}', { params: { path: { id } } });
  const change = $api.useMutation('patch', '/api/v1/activities/{id}');
  const submit = async (body: NewActivity) => {
    await change.mutateAsync({ params: { path: { id } }, body });
    await navigate({ to: '/activities/$id', params: { id }, replace: true });
  };
  return (
    <Answer query={query}>
      {(activity) => (
        <ActivityForm
          title={t('change', { title: activity.title })}
          initial={asked(activity)}
          withTeam={false}
          submit={submit}
        />
      )}
    </Answer>
  );
}

const asked = ({ title, description, place, category, beneficiary, rule_code, recruit, shifts }: Activity) => ({
  title,
  description,
  place,
  category,
  beneficiary,
  rule_code,
  recruit,
  shifts: shifts.map(({ starts_at, ends_at, capacity }) => ({ starts_at, ends_at, capacity })),
});
