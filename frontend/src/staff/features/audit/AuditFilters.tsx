/** What the audit log is asked for: who, in whose place, what to what kind of thing, and when. */

import { useTranslation } from 'react-i18next';
import { DayRange } from '../../ui/DayRange';
import { FilterSelect } from '../../ui/FilterSelect';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { ActorSelect } from '../shell/ActorSelect';
import { actions, subjectKinds } from './actions';

export interface AuditSearch {
  cursor?: string | undefined;
  actor_id?: string | undefined;
  on_behalf_of?: string | undefined;
  subject_kind?: string | undefined;
  subject_id?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

interface Props {
  search: AuditSearch;
  onFilter: (change: AuditSearch) => void;
  /** The name of whoever is asked for, as the list on screen has it. */
  actorName: string | null | undefined;
}

export function AuditFilters({ search, onFilter, actorName }: Props) {
  const { t } = useTranslation('staff-audit');
  const kind = search.subject_kind;
  const acts = actions.filter((action) => kind === undefined || action.startsWith(`${kind}.`));
  const deed = (action: (typeof actions)[number]) => {
    const of = subjectKinds.find((one) => action.startsWith(`${one}.`));
    return of ? t('deed', { subject: t(`kind.${of}`), verb: t(`verb.${action}`) }) : t(`verb.${action}`);
  };
  return (
    <>
      <DayRange from={search.from} until={search.until} onChange={onFilter} />
      <ActorSelect value={search.actor_id} name={actorName} onChange={(actor_id) => onFilter({ actor_id })} />
      <FilterSelect
        label={t('subject_kind')}
        value={kind}
        options={subjectKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(subject_kind) => onFilter({ subject_kind, action: undefined })}
      />
      <FilterSelect
        label={t('what')}
        value={search.action}
        options={acts.map((value) => ({ value, label: kind === undefined ? deed(value) : t(`verb.${value}`) }))}
        onChange={(action) => onFilter({ action })}
        width={200}
      />
      <span>{t('on_behalf_of')}</span>
      <div style={{ width: 260 }}>
        <ResidentPicker
          label={t('on_behalf_of')}
          {...(search.on_behalf_of !== undefined && { value: search.on_behalf_of })}
          onChange={(on_behalf_of) => onFilter({ on_behalf_of })}
        />
      </div>
    </>
  );
}
