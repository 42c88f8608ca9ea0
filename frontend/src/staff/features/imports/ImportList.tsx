/** What was imported from Excel, the newest first. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Import, type ImportKind } from '@/api';
import { importKindValues } from '@/api/schema.gen';
import { moment, whole } from '@/lib/format';
import { FilterSelect } from '../../ui/FilterSelect';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { Status } from '../../ui/Status';
import { TemplateButtons } from './TemplateButtons';

interface Search {
  cursor?: string | undefined;
  kind?: ImportKind | undefined;
}

export function ImportList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-imports');
  const query = $api.useQuery(
    'get',
    '/api/v1/imports',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const count = { align: 'right', className: 'number', render: whole, width: 110 } as const;
  const columns: TableProps<Import>['columns'] = [
    {
      title: t('file'),
      render: (_, { id, file_name }) => (
        <Link to="/imports/$id" params={{ id }}>
          {file_name}
        </Link>
      ),
    },
    { title: t('kind'), dataIndex: 'kind', render: (kind: ImportKind) => t(`kinds.${kind}`), width: 120 },
    { title: t('made_at'), dataIndex: 'made_at', render: moment, className: 'number', width: 160 },
    { title: t('actor'), dataIndex: 'actor_name', width: 120 },
    { title: t('residents'), dataIndex: 'residents', ...count },
    { title: t('balances'), dataIndex: 'balances', ...count },
    { title: t('points'), dataIndex: 'points', ...count },
    {
      title: t('state'),
      dataIndex: 'state',
      width: 100,
      render: (state: Import['state']) => (
        <Status tone={state === 'made' ? 'good' : 'ended'}>{t(`states.${state}`)}</Status>
      ),
    },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <TemplateButtons />
          <LinkButton primary to="/imports/new">
            {t('new')}
          </LinkButton>
        </>
      }
    >
      <Paged
        query={query}
        columns={columns}
        filters={
          <FilterSelect
            label={t('kind')}
            value={search.kind}
            options={importKindValues.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(kind) => onSearch({ kind })}
          />
        }
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
