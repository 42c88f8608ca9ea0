/** A new activity; it begins as a draft that somebody else reviews. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type NewActivity } from '@/api';
import { ActivityForm } from './ActivityForm';

export function NewActivityPage({ teamId }: { teamId: string | undefined }) {
  const { t } = useTranslation('staff-activities');
  const navigate = useNavigate();
  const create = $api.useMutation('post', '/api/v1/activities');
  const submit = async (body: NewActivity) => {
    const made = await create.mutateAsync({ body });
    await navigate({ to: '/activities/$id', params: { id: made.id }, replace: true });
  };
  return (
    <ActivityForm title={t('new')} initial={teamId === undefined ? {} : { team_id: teamId }} withTeam submit={submit} />
  );
}
