/** Points of a fund for a resident. */

import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Fund, type NewGrant } from '@/api';
import { whole } from '@/lib/format';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';

export function GrantDialog({ fund }: { fund: Fund }) {
  const { t } = useTranslation('staff-funds');
  const [open, setOpen] = useState(false);
  const grant = $api.useMutation('post', '/api/v1/funds/{id}/grants');
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('give_out')}
      </Button>
      <DialogForm<NewGrant>
        title={t('give_out')}
        open={open}
        onClose={() => setOpen(false)}
        done={t('done.granted')}
        submit={(body) => grant.mutateAsync({ params: { path: { id: fund.id } }, body })}
      >
        <p>{t('fund_has', { points: whole(fund.left_points) })}</p>
        <Form.Item name="resident_id" label={t('receiver')} rules={required}>
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
