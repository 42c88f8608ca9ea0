/** The slots 场次 of an offer, by the day on which they are. */

import { keepPreviousData } from '@tanstack/react-query';
import { Button, Checkbox, Space, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Slot } from '@/api';
import { clock, dayOf, moment, TIMEZONE, whole } from '@/lib/format';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ReasonButton } from '../../ui/ReasonButton';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { ChangeSlot } from './ChangeSlot';
import { PlanSlots } from './PlanSlots';

interface Search {
  cursor?: string | undefined;
  past?: boolean | undefined;
}

interface Props {
  offerId: string;
  search: Search;
  onSearch: (search: Search) => void;
}

/** Before any slot. */
const EVER = '2000-01-01T00:00:00Z';

export function SlotsPage({ offerId, search, onSearch }: Props) {
  const { t } = useTranslation('staff-slots');
  const { t: shared } = useTranslation('staff');
  const { isDesk } = useMe();
  const [planning, setPlanning] = useState(false);
  const [changing, setChanging] = useState<Slot>();
  const path = { id: offerId };
  const offer = $api.useQuery('get', '/api/v1/offers/{id}', { params: { path } });
  const cancel = $api.useMutation('post', '/api/v1/slots/{id}/cancel');
  const query = $api.useQuery(
    'get',
    '/api/v1/offers/{id}/slots',
    { params: { path, query: { cursor: search.cursor, ...(search.past && { ends_after: EVER }) } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Slot>['columns'] = [
    {
      title: t('day'),
      className: 'number',
      render: (_, one) => `${dayOf(one.starts_at)} ${shared(`weekdays.${weekday(one.starts_at)}`)}`,
    },
    { title: t('time'), className: 'number', render: (_, one) => `${clock(one.starts_at)}–${endOf(one)}` },
    { title: t('seats'), dataIndex: 'seats', align: 'right', className: 'number', render: whole },
    { title: t('taken'), align: 'right', className: 'number', render: (_, one) => whole(one.seats - one.seats_left) },
    {
      title: t('state'),
      render: (_, { state, cancel_reason }) => (
        <>
          <Status tone={state === 'open' ? 'good' : 'ended'}>{t(`states.${state}`)}</Status> {cancel_reason}
        </>
      ),
    },
  ];
  if (isDesk) {
    columns.push({
      title: t('action'),
      render: (_, one) =>
        one.state === 'open' && (
          <Space>
            <Button type="link" style={{ paddingInline: 0 }} onClick={() => setChanging(one)}>
              {t('change')}
            </Button>
            <ReasonButton
              type="text"
              danger
              run={(reason) => cancel.mutateAsync({ params: { path: { id: one.id } }, body: { reason } })}
              done={t('cancelled')}
              consequence={t('cancel_hint')}
            >
              {t('cancel')}
            </ReasonButton>
          </Space>
        ),
    });
  }
  return (
    <Page
      title={t('title', { offer: offer.data?.title ?? '' })}
      actions={
        isDesk && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        )
      }
    >
      <Paged
        query={query}
        columns={columns}
        filters={
          <Checkbox
            checked={search.past === true}
            onChange={({ target }) => onSearch(target.checked ? { past: true } : {})}
          >
            {t('with_past')}
          </Checkbox>
        }
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
      {planning && <PlanSlots offerId={offerId} onClose={() => setPlanning(false)} />}
      {changing && <ChangeSlot slot={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}

const endOf = ({ starts_at, ends_at }: Slot) =>
  dayOf(starts_at) === dayOf(ends_at) ? clock(ends_at) : moment(ends_at);

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The day of the week on the community's clocks. */
const weekday = (utc: string) => days[dayjs.utc(utc).tz(TIMEZONE).day()] ?? 'sun';
