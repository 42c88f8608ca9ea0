/** Adjustments above the limit: proposed by one person of the desk, confirmed or refused by another. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Adjustment } from '@/api';
import { adjustmentStateValues } from '@/api/schema.gen';
import { moment, signed } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ReasonButton } from '../../ui/ReasonButton';
import { ResidentLink } from '../../ui/ResidentLink';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { Status } from '../../ui/Status';
import { NewAdjustment } from './NewAdjustment';
import { NewDeduction } from './NewDeduction';

interface Search {
  cursor?: string | undefined;
  state?: Adjustment['state'] | undefined;
  resident_id?: string | undefined;
}

const tones = { proposed: 'waiting', confirmed: 'good', refused: 'ended' } as const;

export function AdjustmentList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-ledger');
  const query = $api.useQuery(
    'get',
    '/api/v1/adjustments',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: Search) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Adjustment>['columns'] = [
    { title: t('resident'), render: (_, one) => <ResidentLink id={one.resident_id} name={one.resident_name} /> },
    { title: t('amount'), dataIndex: 'points', render: signed, align: 'right', className: 'number' },
    { title: t('reason'), dataIndex: 'reason' },
    { title: t('proposed_by'), render: (_, one) => `${one.proposed_by_name} · ${moment(one.proposed_at)}` },
    {
      title: t('reviewed_by'),
      render: (_, one) =>
        one.reviewed_at ? `${one.reviewed_by_name ?? ''} · ${moment(one.reviewed_at)} ${one.note ?? ''}` : '–',
    },
    {
      title: t('state'),
      render: (_, { state }) => <Status tone={tones[state]}>{t(`states.${state}`)}</Status>,
    },
    { title: t('decide'), render: (_, one) => <Decide adjustment={one} /> },
  ];
  const filters = (
    <>
      <Select
        allowClear
        aria-label={t('state')}
        placeholder={t('state')}
        value={search.state ?? null}
        onChange={(state) => filter({ state: state ?? undefined })}
        options={adjustmentStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        style={{ width: 140 }}
      />
      <div style={{ width: 280 }}>
        <ResidentPicker
          label={t('resident')}
          {...(search.resident_id !== undefined && { value: search.resident_id })}
          onChange={(id) => filter({ resident_id: id })}
        />
      </div>
    </>
  );
  const actions = (
    <>
      <NewDeduction />
      <NewAdjustment />
    </>
  );
  return (
    <Page title={t('adjustments')} actions={actions}>
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('adjustments_empty')}
      />
    </Page>
  );
}

function Decide({ adjustment: { id, state, transfer_id } }: { adjustment: Adjustment }) {
  const { t } = useTranslation('staff-ledger');
  const params = { path: { id } };
  const confirm = $api.useMutation('post', '/api/v1/adjustments/{id}/confirm');
  const refuse = $api.useMutation('post', '/api/v1/adjustments/{id}/refuse');
  if (state === 'proposed') {
    return (
      <div className="filters">
        <ReasonButton
          size="small"
          run={(reason) => refuse.mutateAsync({ params, body: { reason } })}
          done={t('done.refused')}
        >
          {t('action.refuse')}
        </ReasonButton>
        <CommandButton
          size="small"
          run={() => confirm.mutateAsync({ params })}
          ask={t('ask.confirm')}
          done={t('done.confirmed')}
        >
          {t('action.confirm')}
        </CommandButton>
      </div>
    );
  }
  return (
    transfer_id && (
      <Link to="/transfers/$id" params={{ id: transfer_id }}>
        {t('open_transfer')}
      </Link>
    )
  );
}
