/** One side of a transfer: a resident's wallet, or an account of the community. */

import { useTranslation } from 'react-i18next';
import type { TransferSide } from '@/api';
import { ResidentLink } from '../../ui/ResidentLink';

export function Side({ side, name }: { side: TransferSide; name: string | null | undefined }) {
  const { t } = useTranslation('staff-ledger');
  if (side.account === 'wallet') return <ResidentLink id={side.resident_id} name={name} />;
  return t(`account.${side.account}`);
}
