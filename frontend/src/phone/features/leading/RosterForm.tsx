/** Who was there, for how long, and who came without having signed up. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Activity, type Shift } from '@/api';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { useCommand } from '../../ui/useCommand';
import { AddMember } from './AddMember';
import { PersonLine } from './PersonLine';
import { attendancesOf, cameBy, lengthOf, type Person, ticked } from './roster';

interface Props {
  shift: Shift;
  teamId: string;
  people: Person[];
  /** Where the activity stands: the roster is written while it runs and until it is settled. */
  state: Activity['state'];
}

export function RosterForm({ shift, teamId, people, state }: Props) {
  const { t } = useTranslation('phone-leading');
  const length = lengthOf(shift);
  const [drafted, setDrafted] = useState(() => people.map((person) => ticked(person, person.came, length)));
  const { mutateAsync } = $api.useMutation('put', '/api/v1/shifts/{id}/roster');
  const save = useCommand(
    () => mutateAsync({ params: { path: { id: shift.id } }, body: { attendances: attendancesOf(drafted) } }),
    t('roster.done'),
  );
  const change = (changed: Person) => setDrafted(drafted.map((one) => (one.id === changed.id ? changed : one)));
  const settled = state === 'settled';
  const isOpen = state === 'running' || state === 'closed';
  const came = drafted.filter((person) => person.came).length;
  return (
    <>
      <p>{t('roster.came', { came, all: drafted.length })}</p>
      <p className="soft">{settled ? t('roster.settled') : t('roster.about')}</p>
      {drafted.length === 0 && <Empty>{t('roster.empty')}</Empty>}
      <ul className="stack">
        {drafted.map((person) => (
          <li key={person.id}>
            <PersonLine person={person} length={length} fixed={settled} onChange={change} />
          </li>
        ))}
      </ul>
      {!settled && (
        <>
          <AddMember
            teamId={teamId}
            except={drafted.map((person) => person.id)}
            onAdd={(id, name) => setDrafted([...drafted, cameBy(id, name, length)])}
          />
          {save.refusal}
          <Button
            tone="primary"
            wide
            busy={save.busy}
            why={isOpen ? undefined : t('roster.not_open')}
            onClick={() => save.start()}
          >
            {t('roster.save')}
          </Button>
        </>
      )}
    </>
  );
}
