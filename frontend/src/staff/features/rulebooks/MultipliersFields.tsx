/** What makes a deed count more or less: at night, under hardship, by kind of service. */

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftRule } from '@/api';
import { categoryValues } from '@/api/schema.gen';

const kinds = ['night', 'hardship', 'category'] as const;

export function MultipliersFields() {
  const { t } = useTranslation('staff-rulebooks');
  return (
    <Form.Item label={t('clause.multipliers')}>
      <Form.List name="multipliers">
        {(fields, { add, remove }) => (
          <Space orientation="vertical">
            {fields.map(({ key, name }) => (
              <Space key={key} wrap align="start">
                <Form.Item name={[name, 'kind']} style={{ margin: 0 }}>
                  <Select
                    aria-label={t('multiplier_kind')}
                    options={kinds.map((value) => ({ value, label: t(`multiplier.${value}`) }))}
                    style={{ width: 130 }}
                  />
                </Form.Item>
                <Terms place={name} />
                <Form.Item name={[name, 'percent']} style={{ margin: 0 }}>
                  <InputNumber
                    aria-label={t('percent')}
                    min={1}
                    max={1000}
                    precision={0}
                    suffix="%"
                    style={{ width: 110 }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('action.drop_multiplier')}
                  onClick={() => remove(name)}
                />
              </Space>
            ))}
            <Button
              type="dashed"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({ kind: 'night', from: '22:00', to: '06:00', percent: 200 })}
            >
              {t('action.add_multiplier')}
            </Button>
          </Space>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** What a multiplier of this kind still needs to be told. */
function Terms({ place }: { place: number }) {
  const { t } = useTranslation('staff-rulebooks');
  const { t: common } = useTranslation('common');
  const form = Form.useFormInstance<DraftRule>();
  const kind = Form.useWatch(['multipliers', place, 'kind'], form);
  const clock = [{ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t('clock_hint') }];
  if (kind === 'night') {
    return (
      <Space align="start">
        {(['from', 'to'] as const).map((end) => (
          <Form.Item key={end} name={[place, end]} rules={clock} style={{ margin: 0 }}>
            <Input aria-label={t(`night_${end}`)} prefix={t(`night_${end}`)} maxLength={5} style={{ width: 104 }} />
          </Form.Item>
        ))}
      </Space>
    );
  }
  if (kind !== 'category') return null;
  return (
    <Form.Item name={[place, 'categories']} style={{ margin: 0 }}>
      <Select
        mode="multiple"
        aria-label={t('category')}
        placeholder={t('category')}
        options={categoryValues.map((value) => ({ value, label: common(`categories.${value}`) }))}
        style={{ width: 260 }}
      />
    </Form.Item>
  );
}
