/** A gift to a fund that the desk takes down for a resident. */

import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Fund, type NewFundGift } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { GivingLeft } from '../../ui/GivingLeft';
import { ResidentPicker } from '../../ui/ResidentPicker';

export function GiftDialog({ fund }: { fund: Fund }) {
  const { t } = useTranslation('staff-funds');
  const [open, setOpen] = useState(false);
  const give = $api.useMutation('post', '/api/v1/funds/{id}/gifts');
  const required = [{ required: true, message: t('required') }];
  const closed = fund.state === 'closed' ? t('closed_why') : undefined;
  return (
    <>
      <Button disabled={closed !== undefined} title={closed} onClick={() => setOpen(true)}>
        {t('take_gift')}
      </Button>
      <DialogForm<NewFundGift>
        title={t('take_gift')}
        open={open}
        onClose={() => setOpen(false)}
        done={t('done.given')}
        submit={(body) =>
          give.mutateAsync({ params: { path: { id: fund.id } }, body: { ...body, note: body.note ?? '' } })
        }
      >
        <Form.Item name="resident_id" label={t('giver')} rules={required}>
          <ResidentPicker />
        </Form.Item>
        <Form.Item noStyle dependencies={['resident_id']}>
          {({ getFieldValue }) => <GivingLeft residentId={getFieldValue('resident_id')} />}
        </Form.Item>
        <Form.Item name="points" label={t('points')} rules={required}>
          <InputNumber min={1} precision={0} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input maxLength={100} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
