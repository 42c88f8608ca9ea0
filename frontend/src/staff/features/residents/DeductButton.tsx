/** Takes points for a breach; what the wallet lacks becomes a debt. */

import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Resident } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

interface Values {
  points: number;
  reason: string;
}

export function DeductButton({ resident }: { resident: Resident }) {
  const { t } = useTranslation(['staff-residents', 'staff']);
  const [open, setOpen] = useState(false);
  const deduct = $api.useMutation('post', '/api/v1/deductions');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('deduct.title')}</Button>
      <DialogForm<Values>
        title={t('deduct.of', { name: resident.name })}
        open={open}
        onClose={() => setOpen(false)}
        submit={(values) => deduct.mutateAsync({ body: { resident_id: resident.id, ...values } })}
        done={t('deduct.done')}
        okText={t('deduct.ok')}
        danger
      >
        <p>{t('deduct.follows')}</p>
        <Form.Item name="points" label={t('wallet.points')} rules={[{ required: true, message: t('points_hint') }]}>
          <InputNumber min={1} max={10_000} precision={0} style={{ width: 160 }} />
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
