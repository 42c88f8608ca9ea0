/** What the ledger is asked for: by kind, day, rule, resident and who did it. */

import { useTranslation } from 'react-i18next';
import { $api, type Transfer } from '@/api';
import { transferCodeValues } from '@/api/schema.gen';
import { DayRange } from '../../ui/DayRange';
import { FilterSelect } from '../../ui/FilterSelect';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { ActorSelect } from '../shell/ActorSelect';

export interface TransferSearch {
  cursor?: string | undefined;
  code?: Transfer['code'] | undefined;
  from?: string | undefined;
  until?: string | undefined;
  rule_code?: string | undefined;
  actor_id?: string | undefined;
  resident_id?: string | undefined;
  cause_id?: string | undefined;
}

interface Props {
  search: TransferSearch;
  onFilter: (change: TransferSearch) => void;
  /** The name of whoever is asked for, as the list on screen has it. */
  actorName: string | null | undefined;
}

export function TransferFilters({ search, onFilter, actorName }: Props) {
  const { t } = useTranslation('staff-ledger');
  const { t: shared } = useTranslation('staff');
  const rules = $api.useQuery('get', '/api/v1/rulebooks/in-force').data?.book.rules ?? [];
  const known = rules.map(({ code, title }) => ({ value: code, label: title }));
  const chosen = search.rule_code;
  // A rule that is in force no longer is still asked for.
  const older = chosen !== undefined && known.every(({ value }) => value !== chosen);
  return (
    <>
      <FilterSelect
        label={t('code')}
        value={search.code}
        options={transferCodeValues.map((value) => ({ value, label: shared(`codes.${value}`) }))}
        onChange={(code) => onFilter({ code })}
      />
      <DayRange from={search.from} until={search.until} onChange={onFilter} />
      <FilterSelect
        label={t('rule')}
        value={chosen}
        options={older ? [...known, { value: chosen, label: chosen }] : known}
        onChange={(rule_code) => onFilter({ rule_code })}
        width={180}
      />
      <ActorSelect value={search.actor_id} name={actorName} onChange={(actor_id) => onFilter({ actor_id })} />
      <div style={{ width: 260 }}>
        <ResidentPicker
          label={t('resident')}
          {...(search.resident_id !== undefined && { value: search.resident_id })}
          onChange={(resident_id) => onFilter({ resident_id })}
        />
      </div>
    </>
  );
}
