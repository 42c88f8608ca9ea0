/** Cancelling a slot with a reason, which everybody reads who has a seat. */

import { useTranslation } from 'react-i18next';
import { $api, type Slot } from '@/api';
import { span } from '@/lib/format';
import { ReasonButton } from '../../ui/ReasonButton';

export function CancelSlot({ slot }: { slot: Slot }) {
  const { t } = useTranslation('phone-shop');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/slots/{id}/cancel');
  const when = span(slot.starts_at, slot.ends_at);
  return (
    <ReasonButton
      label={t('cancel.open')}
      name={t('cancel.one', { span: when })}
      tone="danger"
      wide={false}
      about={
        <>
          <p className="number">{when}</p>
          <p>{t('cancel.about', { taken: slot.seats - slot.seats_left })}</p>
        </>
      }
      field={t('cancel.reason')}
      hint={t('cancel.reason_hint')}
      submit={t('cancel.submit')}
      done={t('cancel.done')}
      run={(reason) => mutateAsync({ params: { path: { id: slot.id } }, body: { reason } })}
    />
  );
}
