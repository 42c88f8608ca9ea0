/** One of the partners' stores, to filter a list by. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { FilterSelect } from './FilterSelect';

interface Props {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

export function StoreSelect({ value, onChange }: Props) {
  const { t } = useTranslation('staff');
  const stores = $api.useQuery('get', '/api/v1/stores', { params: { query: { limit: 200 } } });
  const options = (stores.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <FilterSelect label={t('store.one')} value={value} options={options} onChange={onChange} width={220} />;
}
