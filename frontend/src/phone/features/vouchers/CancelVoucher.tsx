/** Giving a voucher back: its points come back with it. */

import { useTranslation } from 'react-i18next';
import { $api, type Voucher } from '@/api';
import { CommandButton } from '../../ui/CommandButton';

export function CancelVoucher({ voucher }: { voucher: Voucher }) {
  const { t } = useTranslation('phone-vouchers');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/vouchers/{id}/cancel');
  return (
    <CommandButton
      label={t('cancel.label')}
      tone="danger"
      wide
      ask={{
        title: t('cancel.title'),
        text: voucher.price_points === 0 ? t('cancel.text_free') : t('cancel.text', { count: voucher.price_points }),
      }}
      run={() => mutateAsync({ params: { path: { id: voucher.id } } })}
      done={t('cancel.done')}
    />
  );
}
