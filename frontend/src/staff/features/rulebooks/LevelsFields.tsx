/** The table of levels, for rules by level. */

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Space } from 'antd';
import { useTranslation } from 'react-i18next';

export function LevelsFields() {
  const { t } = useTranslation('staff-rulebooks');
  return (
    <Form.Item label={t('clause.levels')} required>
      <Form.List name="levels">
        {(fields, { add, remove }) => (
          <Space orientation="vertical">
            {fields.map(({ key, name }) => (
              <Space key={key} align="start">
                <Form.Item name={[name, 'name']} style={{ margin: 0 }}>
                  <Input
                    aria-label={t('level')}
                    placeholder={t('level_example')}
                    maxLength={60}
                    style={{ width: 200 }}
                  />
                </Form.Item>
                <Form.Item name={[name, 'points']} style={{ margin: 0 }}>
                  <InputNumber
                    aria-label={t('points')}
                    min={1}
                    precision={0}
                    suffix={t('points_unit')}
                    style={{ width: 130 }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('action.drop_level')}
                  onClick={() => remove(name)}
                />
              </Space>
            ))}
            <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {t('action.add_level')}
            </Button>
          </Space>
        )}
      </Form.List>
    </Form.Item>
  );
}
