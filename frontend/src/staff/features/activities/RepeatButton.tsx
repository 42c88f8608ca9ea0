/** Makes drafts with the same shifts each week, fortnight or month. */

import { useNavigate } from '@tanstack/react-router';
import { Button, Form, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Repetition } from '@/api';
import { everyValues } from '@/api/schema.gen';
import { DialogForm } from '../../ui/DialogForm';

export function RepeatButton({ id }: { id: string }) {
  const { t } = useTranslation('staff-activities');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const repeat = $api.useMutation('post', '/api/v1/activities/{id}/repeat');
  const submit = async (body: Repetition) => {
    await repeat.mutateAsync({ params: { path: { id } }, body });
    await navigate({ to: '/activities', search: { state: 'draft' } });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('repeat')}</Button>
      <DialogForm<Repetition>
        title={t('repeat')}
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done={t('repeated')}
        okText={t('repeat')}
        initialValues={{ every: 'week', times: 4 }}
      >
        <p>{t('repeat_what')}</p>
        <Form.Item name="every" label={t('repeat_every')}>
          <Radio.Group options={everyValues.map((value) => ({ value, label: t(`everies.${value}`) }))} />
        </Form.Item>
        <Form.Item name="times" label={t('repeat_times')} rules={[{ required: true, message: t('times_hint') }]}>
          <InputNumber min={1} max={26} precision={0} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
