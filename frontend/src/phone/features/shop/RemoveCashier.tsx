/** Taking a cashier away from a store, which holds at once. */

import { useTranslation } from 'react-i18next';
import { $api, type Assignee } from '@/api';
import { CommandButton } from '../../ui/CommandButton';

export function RemoveCashier({ storeId, cashier }: { storeId: string; cashier: Assignee }) {
  const { t } = useTranslation('phone-shop');
  const { mutateAsync } = $api.useMutation('delete', '/api/v1/stores/{id}/cashiers/{user_id}');
  const name = t('cashiers.remove_one', { name: cashier.name });
  return (
    <CommandButton
      label={t('cashiers.remove')}
      name={name}
      tone="danger"
      ask={{ title: name, text: t('cashiers.remove_about') }}
      run={() => mutateAsync({ params: { path: { id: storeId, user_id: cashier.user_id } } })}
      done={t('cashiers.removed')}
    />
  );
}
