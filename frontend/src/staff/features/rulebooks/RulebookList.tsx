/** The versions of the rule book, drafts too. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type RulebookVersion } from '@/api';
import { moment } from '@/lib/format';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { useMe } from '../shell/useMe';
import { DraftButton } from './DraftButton';
import { VersionStatus } from './VersionStatus';

interface Search {
  cursor?: string | undefined;
}

export function RulebookList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-rulebooks');
  const { isAdministrator } = useMe();
  const query = $api.useQuery(
    'get',
    '/api/v1/rulebooks',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<RulebookVersion>['columns'] = [
    {
      title: t('version'),
      render: (_, one) => (
        <Link to="/rulebooks/$id" params={{ id: one.id }}>
          {t('number', { version: one.version })}
        </Link>
      ),
    },
    { title: t('name'), dataIndex: 'title' },
    { title: t('rules'), align: 'right', className: 'number', render: (_, one) => one.book.rules.length },
    {
      title: t('in_force_from'),
      className: 'number',
      render: (_, one) => (one.in_force_from ? moment(one.in_force_from) : '–'),
    },
    { title: t('drafted_at'), dataIndex: 'created_at', render: moment, className: 'number' },
    { title: t('state'), render: (_, one) => <VersionStatus version={one} /> },
    {
      title: t('compare'),
      render: (_, one) =>
        one.version > 1 && (
          <Link to="/rulebooks/compare" search={{ to: one.id }}>
            {t('compare_before')}
          </Link>
        ),
    },
  ];
  return (
    <Page title={t('title')} actions={isAdministrator && <DraftButton />}>
      <Paged
        query={query}
        columns={columns}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
