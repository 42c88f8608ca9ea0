/** Claims: by state, resident, rule and days of the deed. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Claim } from '@/api';
import { claimStateValues } from '@/api/schema.gen';
import { civilDay, moment } from '@/lib/format';
import { DayPicker } from '../../ui/DayPicker';
import { FindInput } from '../../ui/FindInput';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { useMe } from '../shell/useMe';
import { ClaimStatus } from './ClaimStatus';

export interface Search {
  cursor?: string | undefined;
  state?: Claim['state'] | undefined;
  waiting?: boolean | undefined;
  resident_id?: string | undefined;
  rule_code?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search, options?: { replace: boolean }) => void;
}

export function ClaimList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-claims');
  const { isDesk } = useMe();
  const query = $api.useQuery(
    'get',
    '/api/v1/claims',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: Search) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Claim>['columns'] = [
    {
      title: t('deed'),
      render: (_, one) => (
        <Link to="/claims/$id" params={{ id: one.id }} className="clipped">
          {one.description}
        </Link>
      ),
    },
    { title: t('resident'), render: (_, one) => <ResidentLink id={one.resident_id} name={one.resident_name} /> },
    { title: t('rule'), render: (_, one) => t('rule_named', { code: one.rule_code, title: one.rule_title }) },
    { title: t('deed_on'), dataIndex: 'deed_on', render: civilDay, className: 'number' },
    { title: t('submitted_at'), dataIndex: 'submitted_at', render: moment, className: 'number' },
    {
      title: t('reviewers'),
      align: 'right',
      className: 'number',
      render: (_, one) => `${one.reviews_accepted}/${one.reviews_needed}`,
    },
    { title: t('points'), align: 'right', className: 'number', render: (_, one) => one.award?.points ?? '–' },
    { title: t('state'), dataIndex: 'state', render: (state: Claim['state']) => <ClaimStatus state={state} /> },
  ];
  const filters = (
    <>
      <Select
        allowClear
        aria-label={t('state')}
        placeholder={t('state')}
        value={search.waiting ? 'waiting' : (search.state ?? null)}
        onChange={(value) =>
          filter({
            waiting: value === 'waiting' || undefined,
            state: claimStateValues.find((state) => state === value),
          })
        }
        options={[
          { value: 'waiting', label: t('waiting') },
          ...claimStateValues.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
        style={{ width: 140 }}
      />
      <div style={{ width: 280 }}>
        <ResidentPicker
          label={t('resident')}
          {...(search.resident_id !== undefined && { value: search.resident_id })}
          onChange={(id) => filter({ resident_id: id })}
        />
      </div>
      <FindInput
        label={t('rule_code')}
        value={search.rule_code}
        onChange={(code) => filter({ rule_code: code?.toUpperCase() })}
      />
      <DayPicker label={t('from')} value={search.from} onChange={(from) => filter({ from })} />
      <DayPicker label={t('to')} value={search.to} onChange={(to) => filter({ to })} />
    </>
  );
  const create = (
    <LinkButton to="/claims/new" primary>
      {t('create')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} actions={isDesk && create}>
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
