/** Where a voucher stands. */

import { useTranslation } from 'react-i18next';
import type { Voucher } from '@/api';
import { Status, type Tone } from './Status';

const tones: Record<Voucher['state'], Tone> = {
  held: 'waiting',
  in_use: 'waiting',
  confirmed: 'good',
  undone: 'ended',
  released: 'ended',
  expired: 'ended',
  deactivated: 'warning',
};

/** Whether it can still be used. */
export const isOpen = ({ state }: Voucher) => state === 'held' || state === 'in_use';

export function VoucherStatus({ state }: { state: Voucher['state'] }) {
  const { t } = useTranslation('staff');
  return <Status tone={tones[state]}>{t(`voucher_states.${state}`)}</Status>;
}
