/** Changing a slot: its seats, and its time while nobody has one. */

import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Slot, type SlotChange } from '@/api';
import { DialogForm } from './DialogForm';
import { MomentPicker } from './MomentPicker';

export function ChangeSlot({ slot, onClose }: { slot: Slot; onClose: () => void }) {
  const { t } = useTranslation('staff-slots');
  const { t: shared } = useTranslation('staff');
  const change = $api.useMutation('patch', '/api/v1/slots/{id}');
  const required = { required: true, message: shared('field.needed') };
  // Who has a seat relies on the time.
  const free = slot.seats_left === slot.seats;
  return (
    <DialogForm<SlotChange>
      title={t('change_title')}
      open
      onClose={onClose}
      submit={(body) => change.mutateAsync({ params: { path: { id: slot.id } }, body })}
      done={t('changed')}
      initialValues={slot}
    >
      {free ? (
        <>
          <Form.Item name="starts_at" label={t('starts_at')} rules={[required]}>
            <MomentPicker />
          </Form.Item>
          <Form.Item name="ends_at" label={t('ends_at')} rules={[required]}>
            <MomentPicker />
          </Form.Item>
        </>
      ) : (
        <p>{t('time_fixed')}</p>
      )}
      <Form.Item name="seats" label={t('seats')} rules={[required]}>
        <InputNumber min={1} max={10000} precision={0} style={{ width: 160 }} />
      </Form.Item>
    </DialogForm>
  );
}
