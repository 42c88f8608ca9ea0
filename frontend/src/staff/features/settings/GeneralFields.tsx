/** The name of the community, what one person adjusts alone, and what holds at the stores. */

import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

export function GeneralFields({ slug }: { slug: string }) {
  const { t } = useTranslation('staff-settings');
  const required = [{ required: true, message: t('required') }];
  const numbers = [
    ['adjustment_limit', t('points_unit')],
    ['undo_window_minutes', t('minutes')],
    ['statement_days', t('day_unit')],
  ] as const;
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={t('slug')}>{slug}</Form.Item>
      {numbers.map(([name, unit]) => (
        <Form.Item key={name} name={name} label={t(name)} extra={t(`${name}_hint`)} rules={required}>
          <InputNumber min={0} precision={0} suffix={unit} style={{ width: 200 }} />
        </Form.Item>
      ))}
    </>
  );
}
