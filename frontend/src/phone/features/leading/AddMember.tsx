/** Adds a member of the team who came without having signed up: found by name. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor, useWhole } from '@/lib/whole';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Sheet } from '../../ui/Sheet';

/** So many are shown; who is not among them is found by more of the name. */
const SHOWN = 20;

interface Props {
  teamId: string;
  except: string[];
  onAdd: (id: string, name: string) => void;
}

export function AddMember({ teamId, except, onAdd }: Props) {
  const { t } = useTranslation('phone-leading');
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/teams/{id}/memberships',
    { params: { path: { id: teamId }, query: { state: 'active', limit: 200 } } },
    byCursor,
  );
  const others = useWhole(query).soFar.filter((member) => !except.includes(member.resident_id));
  const found = others.filter((member) => member.resident_name.includes(search.trim()));
  if (others.length === 0) return null;
  const add = (id: string, name: string) => {
    onAdd(id, name);
    setOpen(false);
    setSearch('');
  };
  return (
    <>
      <Button wide onClick={() => setOpen(true)}>
        {t('roster.add')}
      </Button>
      <Sheet title={t('roster.add')} open={open} onClose={() => setOpen(false)}>
        <Field label={t('checks.search')} type="search" value={search} onChange={setSearch} autoComplete="off" />
        <ul className="stack">
          {found.slice(0, SHOWN).map((member) => (
            <li key={member.id}>
              <Button wide onClick={() => add(member.resident_id, member.resident_name)}>
                {member.resident_name}
              </Button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p>{t('roster.nobody', { name: search.trim() })}</p>}
        {found.length > SHOWN && <p className="soft">{t('roster.more', { rest: found.length - SHOWN })}</p>}
        <p className="soft">{t('roster.add_others')}</p>
      </Sheet>
    </>
  );
}
