/** Who did it: oneself, whoever is chosen already, and for administrators, who may ask for them, all accounts. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { FilterSelect } from '../../ui/FilterSelect';
import { useMe } from './useMe';

interface Props {
  value: string | undefined;
  /** The name of whoever is chosen, as the list on screen has it. */
  name: string | null | undefined;
  onChange: (id: string | undefined) => void;
}

const MOST = 200;

export function ActorSelect({ value, name, onChange }: Props) {
  const { t } = useTranslation('staff');
  const { me, isAdministrator } = useMe();
  const users = $api.useQuery(
    'get',
    '/api/v1/users',
    { params: { query: { limit: MOST } } },
    { enabled: isAdministrator, staleTime: 300_000 },
  );
  const names = new Map(users.data?.items.map((user) => [user.id, user.name]));
  if (value !== undefined && !names.has(value)) names.set(value, name ?? '…');
  names.set(me.user_id, t('person.me', { name: me.name }));
  return (
    <FilterSelect
      label={t('person.who')}
      value={value}
      options={[...names].map(([id, label]) => ({ value: id, label }))}
      onChange={onChange}
      width={160}
    />
  );
}
