/** Caps: at most so many points of a resident or a household in a period. */

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { periodValues, perValues } from '@/api/schema.gen';

export function CapsFields({ label, per = 'resident' }: { label: string; per?: 'resident' | 'household' }) {
  const { t } = useTranslation('staff-rulebooks');
  return (
    <Form.Item label={label}>
      <Form.List name="caps">
        {(fields, { add, remove }) => (
          <Space orientation="vertical" style={{ width: '100%' }}>
            {fields.map(({ key, name }) => (
              <Space key={key} wrap align="start">
                <Form.Item name={[name, 'per']} noStyle>
                  <Select
                    aria-label={t('cap_per')}
                    options={perValues.map((value) => ({ value, label: t(`per.${value}`) }))}
                    style={{ width: 96 }}
                  />
                </Form.Item>
                <Form.Item name={[name, 'period']} style={{ margin: 0 }}>
                  <Select
                    aria-label={t('cap_period')}
                    options={periodValues.map((value) => ({ value, label: t(`period.${value}`) }))}
                    style={{ width: 104 }}
                  />
                </Form.Item>
                <Form.Item name={[name, 'points']} style={{ margin: 0 }}>
                  <InputNumber
                    aria-label={t('cap_points')}
                    min={1}
                    precision={0}
                    prefix={t('at_most')}
                    suffix={t('points_unit')}
                    style={{ width: 150 }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('action.drop_cap')}
                  onClick={() => remove(name)}
                />
              </Space>
            ))}
            <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add({ per, period: 'month' })}>
              {t('action.add_cap')}
            </Button>
          </Space>
        )}
      </Form.List>
    </Form.Item>
  );
}
