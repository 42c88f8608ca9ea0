/** The audit log: who did what to what, and what it was before and after. */

import { keepPreviousData } from '@tanstack/react-query';
import { Alert, Button, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type AuditEntry } from '@/api';
import { moment } from '@/lib/format';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { PersonName } from '../shell/PersonName';
import { actions, kinds } from './actions';
import { ChangeShown } from './ChangeShown';

interface Search {
  cursor?: string | undefined;
  subject_id?: string | undefined;
}

export function AuditLog({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-audit');
  const query = $api.useQuery(
    'get',
    '/api/v1/audit-entries',
    { params: { query: { ...search, limit: 30 } } },
    { placeholderData: keepPreviousData },
  );
  const deed = ({ action, subject_kind }: AuditEntry) => {
    const known = actions.find((one) => one === action);
    const kind = kinds.find((one) => one === subject_kind);
    const subject = kind ? t(`kind.${kind}`) : subject_kind;
    return t('deed', { subject, verb: known ? t(`verb.${known}`) : action });
  };
  const columns: TableProps<AuditEntry>['columns'] = [
    { title: t('at'), dataIndex: 'at', render: moment, className: 'number' },
    { title: t('who'), render: (_, one) => <PersonName id={one.actor_id} /> },
    { title: t('what'), render: (_, one) => deed(one) },
    {
      title: t('on_behalf_of'),
      render: (_, one) => (one.on_behalf_of ? <ResidentLink id={one.on_behalf_of} /> : '–'),
    },
    {
      title: t('subject'),
      render: (_, one) => (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          title={one.subject_id}
          onClick={() => onSearch({ subject_id: one.subject_id })}
        >
          {t('only_this')}
        </Button>
      ),
    },
    { title: t('address'), render: (_, one) => one.address ?? '–', className: 'number' },
  ];
  return (
    <Page title={t('title')}>
      {search.subject_id !== undefined && (
        <Alert
          type="info"
          title={t('only_hint', { id: search.subject_id })}
          action={<Button onClick={() => onSearch({})}>{t('all')}</Button>}
        />
      )}
      <Paged
        query={query}
        columns={columns}
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
