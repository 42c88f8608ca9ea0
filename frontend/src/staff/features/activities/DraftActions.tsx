/** What can be done with a proposal: changing or deleting it, and letting it pass or sending it back. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { LinkButton } from '../../ui/LinkButton';
import { ReasonButton } from '../../ui/ReasonButton';
import { useMe } from '../shell/useMe';

export function DraftActions({ activity: { id, state, organiser_id } }: { activity: Activity }) {
  const { t } = useTranslation(['staff-activities', 'staff']);
  const { me } = useMe();
  const navigate = useNavigate();
  const review = $api.useMutation('post', '/api/v1/activities/{id}/review');
  const sendBack = $api.useMutation('post', '/api/v1/activities/{id}/send-back');
  const remove = $api.useMutation('delete', '/api/v1/activities/{id}');
  const params = { path: { id } };
  const why = organiser_id === me.user_id ? t('own_proposal') : undefined;
  const removeIt = async () => {
    await remove.mutateAsync({ params });
    await navigate({ to: '/activities' });
  };
  return (
    <>
      <CommandButton danger run={removeIt} done={t('deleted')} ask={t('delete_ask')}>
        {t('delete')}
      </CommandButton>
      <LinkButton to="/activities/$id/change" params={{ id }}>
        {t('staff:action.change')}
      </LinkButton>
      {state === 'draft' && (
        <>
          <ReasonButton
            why={why}
            run={(reason) => sendBack.mutateAsync({ params, body: { reason } })}
            done={t('sent_back')}
            consequence={t('send_back_follows')}
            label={t('send_back_what')}
          >
            {t('send_back')}
          </ReasonButton>
          <CommandButton
            type="primary"
            why={why}
            run={() => review.mutateAsync({ params })}
            done={t('reviewed')}
            ask={t('review_ask')}
          >
            {t('review')}
          </CommandButton>
        </>
      )}
    </>
  );
}
