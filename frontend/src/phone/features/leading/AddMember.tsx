/** Adds a member of the team who came without having signed up. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Choice } from '../../ui/Choice';

const MOST = 200;

interface Props {
  teamId: string;
  except: string[];
  onAdd: (id: string, name: string) => void;
}

export function AddMember({ teamId, except, onAdd }: Props) {
  const { t } = useTranslation('phone-leading');
  const { data } = $api.useQuery('get', '/api/v1/teams/{id}/memberships', {
    params: { path: { id: teamId }, query: { state: 'active', limit: MOST } },
  });
  const others = data?.items.filter((member) => !except.includes(member.resident_id)) ?? [];
  if (others.length === 0) return null;
  const add = (id: string) => {
    const member = others.find((one) => one.resident_id === id);
    if (member !== undefined) onAdd(id, member.resident_name);
  };
  return (
    <Choice
      label={t('roster.add')}
      placeholder={t('roster.add_hint')}
      value=""
      onChange={add}
      options={others.map((member) => ({ value: member.resident_id, label: member.resident_name }))}
    />
  );
}
