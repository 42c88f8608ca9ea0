/** Corrects a wallet: at once, or as a proposal for a second person when it is above the community's limit. */

import { App, Button, Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Adjustment, type Resident, type Transfer } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

interface Values {
  direction: 'give' | 'take';
  points: number;
  reason: string;
}

/** What was booked is a transfer; a proposal has a state of its own. */
const waits = (answer: Transfer | Adjustment) => 'state' in answer;

export function AdjustButton({ resident }: { resident: Resident }) {
  const { t } = useTranslation(['staff-residents', 'staff']);
  const { modal } = App.useApp();
  const [open, setOpen] = useState(false);
  const community = $api.useQuery('get', '/api/v1/community', {}, { enabled: open, staleTime: 300_000 });
  const adjust = $api.useMutation('post', '/api/v1/adjustments');
  const submit = async ({ direction, points, reason }: Values) => {
    const change = direction === 'take' ? -points : points;
    const answer = await adjust.mutateAsync({ body: { resident_id: resident.id, points: change, reason } });
    if (waits(answer)) modal.info({ title: t('adjust.waits'), content: t('adjust.waits_hint') });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('adjust.title')}</Button>
      <DialogForm<Values>
        title={t('adjust.of', { name: resident.name })}
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done={t('adjust.taken_up')}
        okText={t('adjust.ok')}
        initialValues={{ direction: 'give' }}
      >
        {community.data && <p>{t('adjust.limit', { count: community.data.adjustment_limit })}</p>}
        <Form.Item name="direction" label={t('adjust.direction')}>
          <Radio.Group options={(['give', 'take'] as const).map((value) => ({ value, label: t(`adjust.${value}`) }))} />
        </Form.Item>
        <Form.Item name="points" label={t('wallet.points')} rules={[{ required: true, message: t('points_hint') }]}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('reason_read')}
          rules={[{ required: true, min: 2, max: 200, message: t('staff:field.reason_hint') }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Form.Item>
      </DialogForm>
    </>
  );
}
