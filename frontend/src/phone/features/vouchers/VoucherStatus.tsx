/** Where a voucher stands, in a word. */

import { useTranslation } from 'react-i18next';
import type { Voucher } from '@/api';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<Voucher['state'], Tone> = {
  held: 'good',
  in_use: 'good',
  confirmed: 'neutral',
  undone: 'neutral',
  released: 'neutral',
  expired: 'warning',
  deactivated: 'warning',
};

/** Whether there is still something to show at the counter. */
export const isOpen = (voucher: Voucher) => voucher.state === 'held' || voucher.state === 'in_use';

export function VoucherStatus({ voucher }: { voucher: Voucher }) {
  const { t } = useTranslation('phone-vouchers');
  return <Status tone={tones[voucher.state]}>{t(`states.${voucher.state}`)}</Status>;
}
