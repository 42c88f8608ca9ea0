/** Brings along one balance from before; the server answers for each what became of it. */

import { App, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Resident } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

interface Values {
  points: number;
  note: string;
}

export function OpeningButton({ resident }: { resident: Resident }) {
  const { t } = useTranslation('staff-residents');
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState(false);
  const bring = $api.useMutation('post', '/api/v1/opening-balances');
  const submit = async (values: Values) => {
    const answer = await bring.mutateAsync({ body: { items: [{ resident_id: resident.id, ...values }] } });
    if (answer.posted === 1) void message.success(t('opening.done'));
    else modal.warning({ title: t('opening.already'), content: t('opening.already_hint') });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('opening.title')}</Button>
      <DialogForm<Values>
        title={t('opening.of', { name: resident.name })}
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done={t('opening.answered')}
        initialValues={{ note: t('opening.note_usual') }}
      >
        <Form.Item name="points" label={t('wallet.points')} rules={[{ required: true, message: t('points_hint') }]}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: 160 }} autoFocus />
        </Form.Item>
        <Form.Item name="note" label={t('opening.note')} rules={[{ required: true, message: t('opening.note_hint') }]}>
          <Input maxLength={100} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
