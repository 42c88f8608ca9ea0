/** Whether a store takes vouchers. */

import { useTranslation } from 'react-i18next';
import type { Store } from '@/api';
import { Status } from '../../ui/Status';

export function StateOfStore({ state }: { state: Store['state'] }) {
  const { t } = useTranslation('phone-shop');
  return <Status tone={state === 'open' ? 'good' : 'warning'}>{t(`store_states.${state}`)}</Status>;
}
