/** Changes for how many a shift is. */

import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Shift, type ShiftChange } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

export function CapacityButton({ shift: { id, capacity } }: { shift: Shift }) {
  const { t } = useTranslation('staff-activities');
  const [open, setOpen] = useState(false);
  const change = $api.useMutation('patch', '/api/v1/shifts/{id}');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('capacity_change')}
      </Button>
      <DialogForm<ShiftChange>
        title={t('capacity_change')}
        open={open}
        onClose={() => setOpen(false)}
        submit={(body) => change.mutateAsync({ params: { path: { id } }, body })}
        done={t('saved')}
        initialValues={{ capacity }}
      >
        <p>{t('capacity_follows')}</p>
        <Form.Item name="capacity" label={t('capacity')} rules={[{ required: true, message: t('capacity_hint') }]}>
          <InputNumber min={1} max={1000} precision={0} autoFocus />
        </Form.Item>
      </DialogForm>
    </>
  );
}
