/** Checks somebody in or out by hand, for who has no phone; gives a place back in the resident's place. */

import { Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type ActivityState, type RosterLine, type Shift } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { useMe } from '../shell/useMe';

interface Props {
  line: RosterLine;
  shift: Shift;
  state: ActivityState;
}

export function LineActions({ line, shift, state }: Props) {
  const { t } = useTranslation('staff-activities');
  const { isDesk } = useMe();
  const checkIn = $api.useMutation('post', '/api/v1/shifts/{id}/check-in');
  const checkOut = $api.useMutation('post', '/api/v1/shifts/{id}/check-out');
  const withdraw = $api.useMutation('post', '/api/v1/signups/{id}/withdraw');
  const { resident_id, resident_name: name, signup_id, checked_in_at, checked_out_at } = line;
  const at = { params: { path: { id: shift.id } }, body: { resident_id } };
  if (!signup_id) return null;
  return (
    <Space>
      {state === 'running' && !checked_in_at && (
        <CommandButton size="small" run={() => checkIn.mutateAsync(at)} done={t('checked_in_done', { name })}>
          {t('check_in')}
        </CommandButton>
      )}
      {state === 'running' && checked_in_at && !checked_out_at && (
        <CommandButton size="small" run={() => checkOut.mutateAsync(at)} done={t('checked_out_done', { name })}>
          {t('check_out')}
        </CommandButton>
      )}
      {isDesk && (state === 'recruiting' || state === 'running') && !checked_in_at && (
        <CommandButton
          size="small"
          danger
          run={() => withdraw.mutateAsync({ params: { path: { id: signup_id } } })}
          done={t('withdrawn')}
          ask={t('withdraw_ask', { name })}
        >
          {t('withdraw')}
        </CommandButton>
      )}
    </Space>
  );
}
