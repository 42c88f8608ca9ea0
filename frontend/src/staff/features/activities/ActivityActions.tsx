/** What can be done with an activity as it stands, the next step last. */

import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { ReasonButton } from '../../ui/ReasonButton';
import { CopyButton } from './CopyButton';
import { DraftActions } from './DraftActions';
import { RepeatButton } from './RepeatButton';
import { SettleButton } from './SettleButton';

const DRAFT: Activity['state'][] = ['draft', 'returned'];
const OPEN: Activity['state'][] = ['reviewed', 'recruiting', 'running', 'closed'];

export function ActivityActions({ activity }: { activity: Activity }) {
  const { id, state } = activity;
  const { t } = useTranslation('staff-activities');
  const { modal } = App.useApp();
  const recruit = $api.useMutation('post', '/api/v1/activities/{id}/recruit');
  const start = $api.useMutation('post', '/api/v1/activities/{id}/start');
  const close = $api.useMutation('post', '/api/v1/activities/{id}/close');
  const cancel = $api.useMutation('post', '/api/v1/activities/{id}/cancel');
  const mark = $api.useMutation('post', '/api/v1/activities/{id}/no-shows');
  const params = { path: { id } };
  const markNoShows = async () => {
    const marked = await mark.mutateAsync({ params });
    modal.info({
      title: t('no_shows.result', { count: marked.items.length }),
      content: t('no_shows.result_hint', { count: marked.deductions }),
    });
  };
  return (
    <>
      {OPEN.includes(state) && (
        <ReasonButton
          danger
          run={(reason) => cancel.mutateAsync({ params, body: { reason } })}
          done={t('cancelled')}
          consequence={t('cancel_follows')}
        >
          {t('cancel')}
        </ReasonButton>
      )}
      <RepeatButton id={id} />
      <CopyButton id={id} />
      {DRAFT.includes(state) && <DraftActions activity={activity} />}
      {state === 'reviewed' && (
        <CommandButton type="primary" run={() => recruit.mutateAsync({ params })} done={t('recruiting')}>
          {t('recruit_open')}
        </CommandButton>
      )}
      {state === 'recruiting' && (
        <CommandButton type="primary" run={() => start.mutateAsync({ params })} done={t('started')}>
          {t('start')}
        </CommandButton>
      )}
      {state === 'running' && (
        <CommandButton type="primary" run={() => close.mutateAsync({ params })} done={t('closed')} ask={t('close_ask')}>
          {t('close')}
        </CommandButton>
      )}
      <SettleButton activity={activity} />
      {state === 'settled' && (
        <CommandButton run={markNoShows} done={t('no_shows.done')} ask={t('no_shows.ask')}>
          {t('no_shows.mark')}
        </CommandButton>
      )}
    </>
  );
}
