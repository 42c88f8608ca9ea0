/** The stores of a partner where something can be used, with their addresses. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';

interface Props {
  partnerId: string;
  /** Those where it can be used; all of the partner's if none is named. */
  only: string[];
}

export function Stores({ partnerId, only }: Props) {
  const { t } = useTranslation('phone');
  const { data } = $api.useQuery('get', '/api/v1/stores', { params: { query: { partner_id: partnerId, limit: 200 } } });
  const stores = data?.items.filter((store) => only.length === 0 || only.includes(store.id)) ?? [];
  return (
    <ul className="stack">
      {stores.map((store) => (
        <li key={store.id}>
          {store.name}
          {store.state === 'closed' && ` (${t('store.closed')})`}
          <br />
          <span className="soft">{store.address}</span>
        </li>
      ))}
    </ul>
  );
}
