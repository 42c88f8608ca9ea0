/** One of the partners, to filter a list by or to choose in a form. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { FilterSelect } from './FilterSelect';

interface Props {
  value?: string | undefined;
  onChange?: (id: string | undefined) => void;
}

export function PartnerSelect({ value, onChange }: Props) {
  const { t } = useTranslation('staff');
  const partners = $api.useQuery('get', '/api/v1/partners', { params: { query: { limit: 200 } } });
  const options = (partners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterSelect
      label={t('partner.one')}
      value={value}
      options={options}
      onChange={(id) => onChange?.(id)}
      width={200}
    />
  );
}
