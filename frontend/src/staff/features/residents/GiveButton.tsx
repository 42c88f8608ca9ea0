/** Gives points to another resident, in the place of the one whose wallet it is. */

import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Resident, type Wallet } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { GivingLeft } from '../../ui/GivingLeft';
import { ResidentPicker } from '../../ui/ResidentPicker';

interface Values {
  to_card_code: Resident;
  points: number;
  note?: string;
}

export function GiveButton({ resident, wallet }: { resident: Resident; wallet: Wallet }) {
  const { t } = useTranslation('staff-residents');
  const [open, setOpen] = useState(false);
  const give = $api.useMutation('post', '/api/v1/gifts');
  const noneLeft = wallet.giving.left === 0 ? t('give.none_left') : undefined;
  const why = wallet.available === 0 ? t('give.no_points') : noneLeft;
  return (
    <>
      <Button disabled={why !== undefined} title={why} onClick={() => setOpen(true)}>
        {t('give.title')}
      </Button>
      <DialogForm<Values>
        title={t('give.of', { name: resident.name })}
        open={open}
        onClose={() => setOpen(false)}
        submit={({ to_card_code: { card_code }, points, note = '' }) =>
          give.mutateAsync({ body: { resident_id: resident.id, to_card_code: card_code, points, note } })
        }
        done={t('give.done')}
        okText={t('give.ok')}
      >
        <p>{t('give.follows')}</p>
        <Form.Item
          name="to_card_code"
          label={t('give.to')}
          rules={[{ required: true, message: t('give.to_needed') }]}
          getValueFromEvent={(_, receiver?: Resident) => receiver}
          getValueProps={(receiver?: Resident) => ({ value: receiver?.id })}
        >
          <ResidentPicker autoFocus />
        </Form.Item>
        <GivingLeft residentId={resident.id} />
        <Form.Item name="points" label={t('wallet.points')} rules={[{ required: true, message: t('points_hint') }]}>
          <InputNumber min={1} max={10_000} precision={0} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="note" label={t('give.note')}>
          <Input maxLength={100} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
