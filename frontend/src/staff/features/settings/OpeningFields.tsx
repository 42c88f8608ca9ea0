/** When the points supermarket is open, and how long orders wait. */

import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayOfWeekValues } from '@/api/schema.gen';

const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

export function OpeningFields() {
  const { t } = useTranslation('staff-settings');
  return (
    <>
      <Form.Item name={['opening_days', 'weekdays']} label={t('weekdays')}>
        <Checkbox.Group options={dayOfWeekValues.map((value) => ({ value, label: t(`days.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['opening_days', 'month_days']} label={t('month_days')} extra={t('opening_hint')}>
        <Select
          mode="multiple"
          options={DAYS.map((day) => ({ value: day, label: t('of_month', { day }) }))}
          style={{ maxWidth: 480 }}
        />
      </Form.Item>
      <Form.Item
        name="pickup_days"
        label={t('pickup_days')}
        extra={t('pickup_days_hint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <InputNumber min={1} precision={0} suffix={t('day_unit')} style={{ width: 200 }} />
      </Form.Item>
    </>
  );
}
