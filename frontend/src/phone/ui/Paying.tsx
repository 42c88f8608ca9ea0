/** What something costs beside what there is, and the household's help where one's own points do not reach. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { whole } from '@/lib/format';
import { Check } from './Check';

interface Props {
  residentId: string;
  price: number;
  pooled: boolean;
  onPooled: (pooled: boolean) => void;
}

export function Paying({ residentId, price, pooled, onPooled }: Props) {
  const { t } = useTranslation('phone');
  const { data: wallet } = $api.useQuery('get', '/api/v1/residents/{id}/wallet', {
    params: { path: { id: residentId } },
  });
  if (wallet === undefined || price === 0) return null;
  const left = wallet.available - price;
  return (
    <div className="stack">
      <p>
        {left < 0
          ? t('paying.short', { available: whole(wallet.available), missing: whole(-left) })
          : t('paying.left', { available: whole(wallet.available), left: whole(left) })}
      </p>
      {left < 0 && <Check label={t('paying.pooled')} checked={pooled} onChange={onPooled} />}
    </div>
  );
}
