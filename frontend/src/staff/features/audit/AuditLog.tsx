/** The audit log: who did what to what, and what it was before and after. */

import { keepPreviousData } from '@tanstack/react-query';
import { Alert, Button, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type AuditEntry } from '@/api';
import { moment } from '@/lib/format';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { ActorName } from '../shell/ActorName';
import { AuditFilters, type AuditSearch } from './AuditFilters';
import { actions, subjectKinds } from './actions';
import { ChangeShown } from './ChangeShown';
import { ExportButton } from './ExportButton';

export function AuditLog({ search, onSearch }: { search: AuditSearch; onSearch: (search: AuditSearch) => void }) {
  const { t } = useTranslation('staff-audit');
  const { t: shared } = useTranslation('staff');
  const query = $api.useQuery(
    'get',
    '/api/v1/audit-entries',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: AuditSearch) => onSearch({ ...search, cursor: undefined, ...change });
  const deed = ({ action, subject_kind }: AuditEntry) => {
    const known = actions.find((one) => one === action);
    const kind = subjectKinds.find((one) => one === subject_kind);
    const subject = kind ? t(`kind.${kind}`) : subject_kind;
    return t('deed', { subject, verb: known ? t(`verb.${known}`) : action });
  };
  const columns: TableProps<AuditEntry>['columns'] = [
    { title: t('at'), dataIndex: 'at', render: moment, className: 'number' },
    {
      title: t('who'),
      render: (_, one) => (
        <ActorName id={one.actor_id} name={one.actor_name} onChoose={(actor_id) => filter({ actor_id })} />
      ),
    },
    { title: t('what'), render: (_, one) => deed(one) },
    {
      title: t('subject'),
      width: 280,
      render: (_, one) => (
        <Button
          type="link"
          size="small"
          style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
          title={t('only_this')}
          onClick={() => onSearch({ subject_id: one.subject_id })}
        >
          {one.subject_name ?? t('nameless', { id: one.subject_id.slice(-6) })}
        </Button>
      ),
    },
    {
      title: t('on_behalf_of'),
      render: (_, one) =>
        one.on_behalf_of ? <ResidentLink id={one.on_behalf_of} name={one.on_behalf_of_name} /> : '–',
    },
    { title: t('address'), render: (_, one) => one.address ?? '–', className: 'number' },
  ];
  const items = query.data?.items ?? [];
  const actor = items.find(({ actor_id }) => actor_id === search.actor_id);
  const subject = items.find(({ subject_id }) => subject_id === search.subject_id);
  const filtered = Object.values({ ...search, cursor: undefined }).some((one) => one !== undefined);
  const filters = (
    <>
      <AuditFilters search={search} onFilter={filter} actorName={actor?.actor_name} />
      {filtered && <Button onClick={() => onSearch({})}>{shared('filters.clear')}</Button>}
    </>
  );
  return (
    <Page title={t('title')} actions={<ExportButton search={search} />}>
      {search.subject_id !== undefined && (
        <Alert
          type="info"
          title={t('only_hint', { name: subject?.subject_name ?? search.subject_id })}
          action={<Button onClick={() => filter({ subject_id: undefined })}>{t('all')}</Button>}
        />
      )}
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
        expandable={{
          columnTitle: t('change'),
          columnWidth: 64,
          expandedRowRender: (one) => <ChangeShown entry={one} />,
        }}
      />
    </Page>
  );
}
