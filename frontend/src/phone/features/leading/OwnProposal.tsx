/** What the leader does with a proposal that has not passed: waiting, changing it, or deleting it. */

import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { CommandButton } from '../../ui/CommandButton';

export function OwnProposal({ activity: { id, state, title } }: { activity: Activity }) {
  const { t } = useTranslation('phone-leading');
  const navigate = useNavigate();
  const remove = $api.useMutation('delete', '/api/v1/activities/{id}');
  const removeIt = async () => {
    await remove.mutateAsync({ params: { path: { id } } });
    await navigate({ to: '/leading', replace: true });
  };
  return (
    <>
      {state === 'draft' && <p className="note">{t('next.draft')}</p>}
      <Link
        to="/leading/$id/change"
        params={{ id }}
        className="button"
        data-tone={state === 'returned' ? 'primary' : undefined}
        data-wide
      >
        {state === 'returned' ? t('propose.mend') : t('propose.change')}
      </Link>
      <CommandButton
        label={t('propose.delete')}
        tone="danger"
        wide
        ask={{ title: t('propose.delete_title'), text: t('propose.delete_text', { title }) }}
        run={removeIt}
        done={t('propose.deleted')}
      />
    </>
  );
}
