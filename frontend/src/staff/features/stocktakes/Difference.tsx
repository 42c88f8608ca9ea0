/** How far a count is from the books. */

import { useTranslation } from 'react-i18next';
import { signed } from '@/lib/format';
import { Status } from '../../ui/Status';

export function Difference({ value }: { value: number }) {
  const { t } = useTranslation('staff-stocktakes');
  if (value === 0) return t('agrees');
  return <Status tone={value < 0 ? 'warning' : 'waiting'}>{signed(value)}</Status>;
}
