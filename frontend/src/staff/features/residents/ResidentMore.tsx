/** What rarely becomes of a resident: a new card, moving out, death, and coming back. */

import { Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Resident } from '@/api';
import { CommandButton } from '../../ui/CommandButton';

export function ResidentMore({ resident }: { resident: Resident }) {
  const { t } = useTranslation('staff-residents');
  const change = $api.useMutation('patch', '/api/v1/residents/{id}');
  const params = { path: { id: resident.id } };
  const become = (state: Resident['state']) => () => change.mutateAsync({ params, body: { state } });
  if (resident.state !== 'active') {
    return (
      <CommandButton run={become('active')} done={t('changed')} ask={t('back_ask', { name: resident.name })}>
        {t('back')}
      </CommandButton>
    );
  }
  return (
    <Space wrap>
      <CommandButton
        run={() => change.mutateAsync({ params, body: { new_card: true } })}
        done={t('card_replaced')}
        ask={t('card_ask')}
      >
        {t('card_new')}
      </CommandButton>
      <CommandButton danger run={become('moved_out')} done={t('changed')} ask={t('leave_ask')}>
        {t('move_out')}
      </CommandButton>
      <CommandButton danger run={become('deceased')} done={t('changed')} ask={t('leave_ask')}>
        {t('die')}
      </CommandButton>
    </Space>
  );
}
