/** Closed months that wait for the partner's word, if another one is on screen. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { spokenMonth } from '@/lib/format';
import { Button } from '../../ui/Button';
import { useMe } from '../shell/useMe';

interface Props {
  storeId: string;
  month: string;
  onMonth: (month: string) => void;
}

export function Waiting({ storeId, month, onMonth }: Props) {
  const { t } = useTranslation('phone-statements');
  const { me } = useMe();
  const { data } = $api.useQuery(
    'get',
    '/api/v1/statements',
    { params: { query: { store_id: storeId, state: 'closed' } } },
    { enabled: me.roles.includes('partner_manager') },
  );
  const others = data?.items.filter((one) => one.month !== month) ?? [];
  return others.map((one) => (
    <div key={one.month} className="note row">
      <span>{t('waiting', { month: spokenMonth(one.month) })}</span>
      <Button onClick={() => onMonth(one.month)}>{t('look')}</Button>
    </div>
  ));
}
