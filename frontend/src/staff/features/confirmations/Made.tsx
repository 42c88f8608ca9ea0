/** The confirmations of a day or of several, with what they add up to. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Confirmation } from '@/api';
import { clock, grouped, moment, spanned, whole, yuan } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { ReasonButton } from '../../ui/ReasonButton';
import { Status } from '../../ui/Status';
import { StoreName } from '../../ui/StoreName';
import type { Search } from './ConfirmationsPage';

interface Props {
  asked: Pick<Search, 'store_id' | 'day' | 'from' | 'until' | 'standing'>;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
  filters: ReactNode;
}

export function Made({ asked, cursor, onPage, filters }: Props) {
  const { t } = useTranslation('staff-confirmations');
  const query = $api.useQuery(
    'get',
    '/api/v1/confirmations',
    { params: { query: { ...asked, cursor } } },
    { placeholderData: keepPreviousData },
  );
  const { from, until } = query.data ?? {};
  const oneDay = from === until;
  const columns: TableProps<Confirmation>['columns'] = [
    { title: t('time'), dataIndex: 'confirmed_at', className: 'number', render: oneDay ? clock : moment },
    { title: t('store'), dataIndex: 'store_id', render: (id: string) => <StoreName id={id} /> },
    { title: t('offer'), dataIndex: 'offer_title' },
    { title: t('resident'), dataIndex: 'resident_name' },
    { title: t('code'), dataIndex: 'code', className: 'number', render: grouped },
    { title: t('bill'), dataIndex: 'bill_fen', align: 'right', className: 'number', render: yuan },
    { title: t('discount'), dataIndex: 'discount_fen', align: 'right', className: 'number', render: yuan },
    { title: t('points'), dataIndex: 'spent_points', align: 'right', className: 'number', render: whole },
    { title: t('state'), render: (_, one) => <Standing confirmation={one} /> },
    { key: 'actions', title: t('action'), render: (_, one) => <Correct confirmation={one} /> },
  ];
  const totals = query.data?.totals;
  return (
    <Paged
      query={query}
      columns={columns}
      filters={
        <>
          {filters}
          {totals && (
            <span className="number">
              {t('totals', {
                day: spanned(from, until),
                number: totals.count,
                discount: yuan(totals.discount_fen),
                points: whole(totals.points),
              })}
            </span>
          )}
        </>
      }
      cursor={cursor}
      onPage={onPage}
      empty={t('empty')}
    />
  );
}

function Standing({ confirmation: { undone_at, correction } }: { confirmation: Confirmation }) {
  const { t } = useTranslation('staff-confirmations');
  if (undone_at) return <Status tone="ended">{t('undone')}</Status>;
  if (!correction) return <Status tone="good">{t('stands')}</Status>;
  return (
    <>
      <Status tone="warning">{t('corrected')}</Status> {correction.reason}
    </>
  );
}

function Correct({ confirmation }: { confirmation: Confirmation }) {
  const { t } = useTranslation('staff-confirmations');
  const correct = $api.useMutation('post', '/api/v1/confirmations/{id}/correct');
  if (confirmation.undone_at || confirmation.correction) return null;
  return (
    <ReasonButton
      type="link"
      style={{ paddingInline: 0 }}
      run={(reason) => correct.mutateAsync({ params: { path: { id: confirmation.id } }, body: { reason } })}
      done={t('correct_done')}
      consequence={t('correct_hint')}
    >
      {t('correct')}
    </ReasonButton>
  );
}
