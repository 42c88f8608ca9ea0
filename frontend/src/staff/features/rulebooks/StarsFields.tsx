/** The hours of the honour levels, one star after the other. */

import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Space } from 'antd';
import { useTranslation } from 'react-i18next';

export function StarsFields() {
  const { t } = useTranslation('staff-rulebooks');
  return (
    <Form.Item label={t('stars')}>
      <Form.List name="stars">
        {(fields, { add, remove }) => (
          <Space wrap align="start">
            {fields.map(({ key, name }) => (
              <Form.Item key={key} name={name} style={{ margin: 0 }}>
                <InputNumber
                  min={1}
                  precision={0}
                  aria-label={t('star_hours', { stars: name + 1 })}
                  prefix={t('star', { stars: name + 1 })}
                  suffix={t('hours_unit')}
                  style={{ width: 150 }}
                />
              </Form.Item>
            ))}
            <Button icon={<PlusOutlined />} aria-label={t('action.add_star')} onClick={() => add()} />
            <Button
              icon={<MinusOutlined />}
              aria-label={t('action.drop_star')}
              disabled={fields.length === 0}
              onClick={() => remove(fields.length - 1)}
            />
          </Space>
        )}
      </Form.List>
    </Form.Item>
  );
}
