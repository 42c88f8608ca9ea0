/** Checking in and out by hand who has no phone: everybody who signed up for a shift, found by name. */

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type RosterLine, type ShiftOfActivity } from '@/api';
import { spokenSpan } from '@/lib/format';
import { byCursor, useWhole } from '@/lib/whole';
import { Answer } from '../../ui/Answer';
import { Empty } from '../../ui/Empty';
import { Field } from '../../ui/Field';
import { Screen } from '../../ui/Screen';
import { useNow } from '../../ui/useNow';
import { CheckLine } from './CheckLine';

/** As many as one can look over without searching. */
const FEW = 8;
const AGAIN_MS = 15_000;

export function CheckByHand({ shift }: { shift: string }) {
  const { t } = useTranslation('phone-leading');
  const query = $api.useQuery('get', '/api/v1/shifts/{id}', { params: { path: { id: shift } } });
  return (
    <Screen title={t('checks.title')} back>
      <Answer query={query}>{(found) => <Expected shift={found} />}</Answer>
    </Screen>
  );
}

function Expected({ shift }: { shift: ShiftOfActivity }) {
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities/{id}/roster',
    { params: { path: { id: shift.activity_id }, query: { limit: 200 } } },
    // Others check in with their phones meanwhile.
    { ...byCursor, refetchInterval: AGAIN_MS },
  );
  const roster = useWhole(query);
  return (
    <Answer query={roster}>
      {(lines) => (
        <Lines shift={shift} expected={lines.filter((line) => line.shift_id === shift.id && line.signup_id)} />
      )}
    </Answer>
  );
}

function Lines({ shift, expected }: { shift: ShiftOfActivity; expected: RosterLine[] }) {
  const { t } = useTranslation('phone-leading');
  const [search, setSearch] = useState('');
  const now = useNow('minute');
  const come = expected.filter((line) => line.checked_in_at).length;
  const found = expected.filter((line) => line.resident_name.includes(search.trim()));
  return (
    <>
      <section className="card">
        <h2>{shift.activity_title}</h2>
        <p>{spokenSpan(shift.starts_at, shift.ends_at)}</p>
        <p role="status">{t('checks.come', { come, expected: expected.length })}</p>
      </section>
      {expected.length > FEW && (
        <Field label={t('checks.search')} type="search" value={search} onChange={setSearch} autoComplete="off" />
      )}
      {expected.length === 0 && <Empty>{t('roster.empty')}</Empty>}
      {expected.length > 0 && found.length === 0 && <Empty>{t('checks.not_found', { name: search.trim() })}</Empty>}
      <ul className="stack">
        {found.map((line) => (
          <li key={line.resident_id}>
            <CheckLine line={line} shift={shift} now={now} />
          </li>
        ))}
      </ul>
      <p className="soft">{t('checks.walk_in')}</p>
      <Link
        to="/leading/$id/roster/$shift"
        params={{ id: shift.activity_id, shift: shift.id }}
        className="button"
        data-wide
      >
        {t('roster.title')}
      </Link>
    </>
  );
}
