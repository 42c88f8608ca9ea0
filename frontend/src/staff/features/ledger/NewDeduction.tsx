/** Points taken for a breach; what the wallet lacks becomes a debt. */

import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NewDeduction as Body } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';

export function NewDeduction() {
  const { t } = useTranslation('staff-ledger');
  const [open, setOpen] = useState(false);
  const create = $api.useMutation('post', '/api/v1/deductions');
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('action.deduct')}
      </Button>
      <DialogForm<Body>
        title={t('action.deduct')}
        open={open}
        onClose={() => setOpen(false)}
        done={t('done.deducted')}
        okText={t('action.deduct')}
        danger
        submit={(body) => create.mutateAsync({ body })}
      >
        <p>{t('deduct_hint')}</p>
        <Form.Item name="resident_id" label={t('resident')} rules={required}>
          <ResidentPicker />
        </Form.Item>
        <Form.Item name="points" label={t('points')} rules={required}>
          <InputNumber min={1} precision={0} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')} extra={t('reason_hint')} rules={required}>
          <Input.TextArea rows={2} maxLength={200} showCount />
        </Form.Item>
      </DialogForm>
    </>
  );
}
