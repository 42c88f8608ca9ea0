/** Who has a seat in a slot: to receive them, on screen and on paper. */

import { Button, Card, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Attendee, type Slot } from '@/api';
import { moment, spokenSpan } from '@/lib/format';
import { byCursor, useWhole } from '@/lib/whole';
import { Answer } from '../../ui/Answer';
import { Page } from '../../ui/Page';
import { ResidentLink } from '../../ui/ResidentLink';
import { Rows } from '../../ui/Rows';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<Attendee['state'], Tone> = { booked: 'waiting', came: 'good', missed: 'ended' };

export function SlotPage({ id }: { id: string }) {
  const slot = $api.useQuery('get', '/api/v1/slots/{id}', { params: { path: { id } } });
  return <Answer query={slot}>{(found) => <Shown slot={found} />}</Answer>;
}

function Shown({ slot }: { slot: Slot }) {
  const { t } = useTranslation('staff-slots');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/slots/{id}/attendees',
    { params: { path: { id: slot.id }, query: { limit: 200 } } },
    byCursor,
  );
  const attendees = useWhole(query);
  const when = spokenSpan(slot.starts_at, slot.ends_at);
  return (
    <Page
      title={t('attendees.title', { title: useTitle(slot), when })}
      actions={
        <Button type="primary" disabled={attendees.data === undefined} onClick={() => window.print()}>
          {t('attendees.print')}
        </Button>
      }
    >
      <p style={{ margin: 0 }} className="number">
        {t('attendees.seats', { taken: slot.seats - slot.seats_left, seats: slot.seats })}
        {slot.cancel_reason && ` · ${t('attendees.cancelled', { reason: slot.cancel_reason })}`}
      </p>
      <Answer query={attendees}>{(all) => <Sheet attendees={all} />}</Answer>
    </Page>
  );
}

/** What takes place in it. */
function useTitle({ offer_id, reward_id }: Slot): string {
  const offer = $api.useQuery(
    'get',
    '/api/v1/offers/{id}',
    { params: { path: { id: offer_id ?? '' } } },
    { enabled: offer_id != null },
  );
  const reward = $api.useQuery(
    'get',
    '/api/v1/rewards/{id}',
    { params: { path: { id: reward_id ?? '' } } },
    { enabled: reward_id != null },
  );
  return offer.data?.title ?? reward.data?.name ?? '';
}

function Sheet({ attendees }: { attendees: Attendee[] }) {
  const { t } = useTranslation('staff-slots');
  const columns: TableProps<Attendee>['columns'] = [
    { title: t('attendees.number'), align: 'right', className: 'number', width: 72, render: (_, __, at) => at + 1 },
    { title: t('attendees.name'), render: (_, one) => <Name attendee={one} /> },
    { title: t('attendees.code'), dataIndex: 'code', className: 'number' },
    { title: t('attendees.booked_at'), dataIndex: 'booked_at', className: 'number', render: moment },
    {
      title: t('state'),
      dataIndex: 'state',
      render: (state: Attendee['state']) => <Status tone={tones[state]}>{t(`attendees.states.${state}`)}</Status>,
    },
    // To be ticked on paper.
    { title: t('attendees.signed'), className: 'only-print' },
  ];
  return (
    <Card className="signed" styles={{ body: { padding: 0 } }}>
      <Rows<Attendee>
        rowKey={(one) => one.voucher_id ?? one.order_id ?? one.code}
        columns={columns}
        rows={attendees}
        empty={t('attendees.empty')}
      />
    </Card>
  );
}

const Name = ({ attendee: { resident_id, resident_name } }: { attendee: Attendee }) =>
  resident_id ? <ResidentLink id={resident_id} name={resident_name} /> : resident_name;
