/** Taking a cashier away from a store, which holds at once. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Assignee } from '@/api';
import { Button } from '../../ui/Button';
import { Refusal } from '../../ui/Refusal';
import { Sheet } from '../../ui/Sheet';
import { useTell } from '../../ui/Told';

export function RemoveCashier({ storeId, cashier }: { storeId: string; cashier: Assignee }) {
  const { t } = useTranslation('phone-shop');
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const remove = $api.useMutation('delete', '/api/v1/stores/{id}/cashiers/{user_id}', {
    onSuccess: () => {
      setOpen(false);
      tell(t('cashiers.removed'));
    },
  });
  const path = { id: storeId, user_id: cashier.user_id };
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)} aria-label={t('cashiers.remove_one', { name: cashier.name })}>
        {t('cashiers.remove')}
      </Button>
      <Sheet title={t('cashiers.remove_one', { name: cashier.name })} open={open} onClose={() => setOpen(false)}>
        <p>{t('cashiers.remove_about')}</p>
        <Refusal error={remove.error} />
        <Button tone="danger" wide busy={remove.isPending} onClick={() => remove.mutate({ params: { path } })}>
          {t('cashiers.remove')}
        </Button>
      </Sheet>
    </>
  );
}
