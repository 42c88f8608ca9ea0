/** What the leader does next with an activity, from recruiting to handing in the roster; and what others do then. */

import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { OwnProposal } from './OwnProposal';

export function NextStep({ activity }: { activity: Activity }) {
  const { t } = useTranslation('phone-leading');
  const recruit = $api.useMutation('post', '/api/v1/activities/{id}/recruit');
  const start = $api.useMutation('post', '/api/v1/activities/{id}/start');
  const close = $api.useMutation('post', '/api/v1/activities/{id}/close');
  const noShows = $api.useMutation('post', '/api/v1/activities/{id}/no-shows');
  // It is settled once each shift has its roster.
  const missing = activity.shifts.some((shift) => !shift.recorded_at);
  const at = { params: { path: { id: activity.id } } };
  switch (activity.state) {
    case 'draft':
    case 'returned':
      return <OwnProposal activity={activity} />;
    case 'reviewed':
      return (
        <CommandButton
          label={t('next.recruit')}
          tone="primary"
          wide
          run={() => recruit.mutateAsync(at)}
          done={t('next.recruit_done')}
        />
      );
    case 'recruiting':
      return (
        <CommandButton
          label={t('next.start')}
          tone="primary"
          wide
          run={() => start.mutateAsync(at)}
          done={t('next.start_done')}
        />
      );
    case 'running':
      return (
        <CommandButton
          label={t('next.close')}
          tone="primary"
          wide
          ask={{ title: t('next.close_title'), text: missing ? t('next.close_missing') : t('next.close_text') }}
          run={() => close.mutateAsync(at)}
          done={t('next.close_done')}
        />
      );
    case 'closed':
      return <p className="note">{missing ? t('next.closed_missing') : t('next.closed')}</p>;
    case 'settled':
      return (
        <CommandButton
          label={t('next.no_shows')}
          wide
          ask={{ title: t('next.no_shows'), text: t('next.no_shows_text') }}
          run={() => noShows.mutateAsync(at)}
          done={t('next.no_shows_done')}
        />
      );
    case 'cancelled':
      return <p className="note">{t('next.cancelled', { reason: activity.cancel_reason ?? '' })}</p>;
  }
}
