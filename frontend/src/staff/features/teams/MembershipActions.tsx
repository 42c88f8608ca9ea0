/** What can become of a membership: approved or refused; leader, member again, ended. */

import { Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Membership } from '@/api';
import { CommandButton } from '../../ui/CommandButton';

export function MembershipActions({ membership }: { membership: Membership }) {
  const { t } = useTranslation('staff-teams');
  const approve = $api.useMutation('post', '/api/v1/memberships/{id}/approve');
  const refuse = $api.useMutation('post', '/api/v1/memberships/{id}/refuse');
  const end = $api.useMutation('post', '/api/v1/memberships/{id}/end');
  const place = $api.useMutation('post', '/api/v1/memberships/{id}/position');
  const { id, state, position, resident_name: name } = membership;
  const params = { path: { id } };
  if (state === 'requested') {
    return (
      <Space>
        <CommandButton size="small" run={() => approve.mutateAsync({ params })} done={t('approved')}>
          {t('approve')}
        </CommandButton>
        <CommandButton
          size="small"
          danger
          run={() => refuse.mutateAsync({ params })}
          done={t('refused')}
          ask={t('refuse_ask', { name })}
        >
          {t('refuse')}
        </CommandButton>
      </Space>
    );
  }
  if (state !== 'active') return null;
  const next = position === 'leader' ? 'member' : 'leader';
  return (
    <Space>
      <CommandButton
        size="small"
        run={() => place.mutateAsync({ params, body: { position: next } })}
        done={t('changed')}
        ask={t(`become_ask.${next}`, { name })}
      >
        {t(`become.${next}`)}
      </CommandButton>
      <CommandButton
        size="small"
        danger
        run={() => end.mutateAsync({ params })}
        done={t('ended')}
        ask={t('end_ask', { name })}
      >
        {t('end')}
      </CommandButton>
    </Space>
  );
}
