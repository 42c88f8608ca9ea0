/** What the desk does with a resident's voucher that can still be used: print it, move it to another slot, give it back. */

import { useTranslation } from 'react-i18next';
import { $api, type Voucher } from '@/api';
import { CommandButton } from './CommandButton';
import { LinkButton } from './LinkButton';
import { MoveVoucher } from './MoveVoucher';
import { isOpen } from './VoucherStatus';

export function VoucherActions({ voucher }: { voucher: Voucher }) {
  const { t } = useTranslation('staff');
  const cancel = $api.useMutation('post', '/api/v1/vouchers/{id}/cancel');
  if (!isOpen(voucher)) return null;
  const params = { path: { id: voucher.id } };
  const inUse = voucher.state === 'in_use' ? t('voucher.in_use') : undefined;
  return (
    <div className="filters">
      <LinkButton size="small" to="/vouchers/$id/slip" params={{ id: voucher.id }} target="_blank">
        {t('voucher.print')}
      </LinkButton>
      {voucher.slot && <MoveVoucher voucher={voucher} slot={voucher.slot} why={inUse} />}
      <CommandButton
        size="small"
        ask={t('voucher.give_back.ask')}
        run={() => cancel.mutateAsync({ params })}
        done={t('voucher.give_back.done')}
        why={inUse}
      >
        {t('voucher.give_back.do')}
      </CommandButton>
    </div>
  );
}
