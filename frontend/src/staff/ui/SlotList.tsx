/** The slots 场次 of an offer or a service, by the day on which they are; the desk plans, changes and cancels them. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Space, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Slot } from '@/api';
import { clock, dayOf, moment, TIMEZONE, whole } from '@/lib/format';
import { ChangeSlot } from './ChangeSlot';
import { Paged } from './Paged';
import { PlanSlots } from './PlanSlots';
import { ReasonButton } from './ReasonButton';
import { Status } from './Status';

export interface SlotSearch {
  cursor?: string | undefined;
  past?: boolean | undefined;
}

interface Props {
  /** What takes place in them. */
  of: 'offers' | 'rewards';
  id: string;
  search: SlotSearch;
  onSearch: (search: SlotSearch) => void;
  changeable: boolean;
  /** Whether a new one is being planned. */
  planning: boolean;
  onPlanned: () => void;
}

/** Before any slot. */
const EVER = '2000-01-01T00:00:00Z';

export function SlotList({ of, id, search, onSearch, changeable, planning, onPlanned }: Props) {
  const { t } = useTranslation('staff-slots');
  const { t: shared } = useTranslation('staff');
  const [changing, setChanging] = useState<Slot>();
  const params = { path: { id } };
  const cancel = $api.useMutation('post', '/api/v1/slots/{id}/cancel');
  const ofOffer = $api.useMutation('post', '/api/v1/offers/{id}/slots');
  const ofReward = $api.useMutation('post', '/api/v1/rewards/{id}/slots');
  const plan = of === 'offers' ? ofOffer : ofReward;
  const query = $api.useQuery(
    'get',
    `/api/v1/${of}/{id}/slots`,
    { params: { ...params, query: { cursor: search.cursor, ...(search.past && { ends_after: EVER }) } } },
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
    {
      title: t('taken'),
      align: 'right',
      className: 'number',
      render: (_, one) => {
        const taken = whole(one.seats - one.seats_left);
        if (!changeable) return taken;
        const to = of === 'offers' ? '/offers/$id/slots/$slot' : '/rewards/$id/slots/$slot';
        return (
          <Link to={to} params={{ id, slot: one.id }}>
            {t('attendees.open', { taken })}
          </Link>
        );
      },
    },
    {
      title: t('state'),
      render: (_, { state, cancel_reason }) => (
        <>
          <Status tone={state === 'open' ? 'good' : 'ended'}>{t(`states.${state}`)}</Status> {cancel_reason}
        </>
      ),
    },
  ];
  if (changeable) {
    columns.push({
      key: 'actions',
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
    <>
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
      {planning && <PlanSlots plan={(body) => plan.mutateAsync({ params, body })} onClose={onPlanned} />}
      {changing && <ChangeSlot slot={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
}

const endOf = ({ starts_at, ends_at }: Slot) =>
  dayOf(starts_at) === dayOf(ends_at) ? clock(ends_at) : moment(ends_at);

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The day of the week on the community's clocks. */
const weekday = (utc: string) => days[dayjs.utc(utc).tz(TIMEZONE).day()] ?? 'sun';
