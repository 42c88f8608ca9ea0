/** A signal of abuse with the rows behind it, and what came of looking into it. */

import { Button, Card, Form, Input, Radio, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Confirmation, type FailedConfirmation, type NewLook, type Signal } from '@/api';
import { outcomeValues } from '@/api/schema.gen';
import { civilDay, grouped, moment, whole, yuan } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { DialogForm } from '../../ui/DialogForm';
import { Facts } from '../../ui/Facts';
import { Page } from '../../ui/Page';
import { ResidentLink } from '../../ui/ResidentLink';
import { Rows } from '../../ui/Rows';
import { SignalStatus } from './SignalStatus';

export function SignalPage({ id }: { id: string }) {
  const { t } = useTranslation('staff-signals');
  const query = $api.useQuery('get', '/api/v1/signals/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(signal) => (
        <Page title={t(`kinds.${signal.kind}`)} actions={signal.state === 'open' && <Resolve signal={signal} />}>
          <Facts
            facts={[
              [t('store'), signal.store_name],
              [t('day'), civilDay(signal.day)],
              [t('state'), <SignalStatus key="state" state={signal.state} />],
              [t('count'), whole(signal.count)],
              [t('threshold'), whole(signal.threshold)],
              [t('found_at'), moment(signal.found_at)],
              [t('cashier'), signal.cashier_name],
              [
                t('resident'),
                signal.resident_id && (
                  <ResidentLink key="resident" id={signal.resident_id} name={signal.resident_name} />
                ),
              ],
              [t('looked_at'), signal.looked_at && moment(signal.looked_at)],
              [t('looked_by'), signal.looked_by_name],
              [t('note'), signal.note],
            ]}
          />
          {signal.confirmations.length > 0 && <Made rows={signal.confirmations} />}
          {signal.failed_confirmations.length > 0 && <Failed rows={signal.failed_confirmations} />}
        </Page>
      )}
    </Answer>
  );
}

function Resolve({ signal }: { signal: Signal }) {
  const { t } = useTranslation('staff-signals');
  const { t: shared } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  const resolve = $api.useMutation('post', '/api/v1/signals/{id}/resolve');
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('resolve')}
      </Button>
      <DialogForm<NewLook>
        title={t('resolve')}
        open={open}
        onClose={() => setOpen(false)}
        submit={(body) => resolve.mutateAsync({ params: { path: { id: signal.id } }, body })}
        done={t('resolved')}
      >
        <Form.Item name="outcome" label={t('outcome')} rules={[{ required: true, message: shared('field.needed') }]}>
          <Radio.Group options={outcomeValues.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('note')}
          rules={[{ required: true, min: 2, max: 200, message: shared('field.reason_hint') }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Form.Item>
      </DialogForm>
    </>
  );
}

function Made({ rows }: { rows: Confirmation[] }) {
  const { t } = useTranslation('staff-signals');
  const columns: TableProps<Confirmation>['columns'] = [
    { title: t('time'), dataIndex: 'confirmed_at', className: 'number', render: moment },
    { title: t('offer'), dataIndex: 'offer_title' },
    { title: t('resident'), dataIndex: 'resident_name' },
    { title: t('code'), dataIndex: 'code', className: 'number', render: grouped },
    { title: t('bill'), dataIndex: 'bill_fen', align: 'right', className: 'number', render: yuan },
    { title: t('discount'), dataIndex: 'discount_fen', align: 'right', className: 'number', render: yuan },
    { title: t('points'), dataIndex: 'spent_points', align: 'right', className: 'number', render: whole },
  ];
  return (
    <Card title={t('confirmations', { number: rows.length })} styles={{ body: { padding: 0 } }}>
      <Rows<Confirmation> rowKey="id" columns={columns} rows={rows} />
    </Card>
  );
}

function Failed({ rows }: { rows: FailedConfirmation[] }) {
  const { t } = useTranslation('staff-signals');
  const columns: TableProps<FailedConfirmation>['columns'] = [
    { title: t('time'), dataIndex: 'tried_at', className: 'number', render: moment },
    {
      title: t('code'),
      dataIndex: 'code',
      className: 'number',
      render: (code: string | null) => code && grouped(code),
    },
    { title: t('why'), dataIndex: 'reason_title' },
  ];
  return (
    <Card title={t('failed', { number: rows.length })} styles={{ body: { padding: 0 } }}>
      <Rows<FailedConfirmation> rowKey="id" columns={columns} rows={rows} />
    </Card>
  );
}
