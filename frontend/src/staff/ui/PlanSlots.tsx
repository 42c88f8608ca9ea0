/** Planning slots of an offer or a service: one, or the same again some times. */

import { Form, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Every, NewSlots } from '@/api';
import { everyValues } from '@/api/schema.gen';
import { DialogForm } from './DialogForm';
import { MomentPicker } from './MomentPicker';

type Values = Omit<NewSlots, 'repeat'> & { repeat?: { every?: Every | null; times?: number | null } };

interface Props {
  plan: (slots: NewSlots) => Promise<unknown>;
  onClose: () => void;
}

export function PlanSlots({ plan, onClose }: Props) {
  const { t } = useTranslation('staff-slots');
  const { t: shared } = useTranslation('staff');
  const required = { required: true, message: shared('field.needed') };
  return (
    <DialogForm<Values>
      title={t('plan')}
      open
      onClose={onClose}
      submit={({ repeat, ...slot }) => {
        const { every, times } = repeat ?? {};
        return plan({ ...slot, repeat: every && times ? { every, times } : null });
      }}
      done={t('planned')}
      initialValues={{ seats: 20 }}
    >
      <Form.Item name="starts_at" label={t('starts_at')} rules={[required]}>
        <MomentPicker />
      </Form.Item>
      <Form.Item name="ends_at" label={t('ends_at')} rules={[required]}>
        <MomentPicker />
      </Form.Item>
      <Form.Item name="seats" label={t('seats')} rules={[required]}>
        <InputNumber min={1} max={10000} precision={0} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item label={t('repeat')} extra={t('repeat_hint')}>
        <Space.Compact>
          <Form.Item name={['repeat', 'every']} noStyle>
            <Select
              allowClear
              aria-label={t('every')}
              placeholder={t('once')}
              options={everyValues.map((value) => ({ value, label: t(`everies.${value}`) }))}
              style={{ width: 140 }}
            />
          </Form.Item>
          <Form.Item name={['repeat', 'times']} noStyle>
            <InputNumber
              min={1}
              max={26}
              precision={0}
              aria-label={t('times')}
              suffix={t('times')}
              style={{ width: 160 }}
            />
          </Form.Item>
        </Space.Compact>
      </Form.Item>
    </DialogForm>
  );
}
