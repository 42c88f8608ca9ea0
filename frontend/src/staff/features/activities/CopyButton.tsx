/** Makes a draft with the same shifts on another day, and leads to it. */

import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NewCopy } from '@/api';
import { DayPicker } from '../../ui/DayPicker';
import { DialogForm } from '../../ui/DialogForm';

export function CopyButton({ id }: { id: string }) {
  const { t } = useTranslation('staff-activities');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const copy = $api.useMutation('post', '/api/v1/activities/{id}/copy');
  const submit = async (body: NewCopy) => {
    const made = await copy.mutateAsync({ params: { path: { id } }, body });
    await navigate({ to: '/activities/$id', params: { id: made.id } });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('copy')}</Button>
      <DialogForm<NewCopy>
        title={t('copy')}
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done={t('copied')}
        okText={t('copy')}
      >
        <p>{t('copy_what')}</p>
        <Form.Item name="on" label={t('copy_on')} rules={[{ required: true, message: t('day_hint') }]}>
          <DayPicker />
        </Form.Item>
      </DialogForm>
    </>
  );
}
