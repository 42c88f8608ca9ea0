/** How many vouchers of an offer there are: in all, in a period, for one person, and how often in a period. */

import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { periodValues, perValues } from '@/api/schema.gen';

export function QuotaFields() {
  const { t } = useTranslation('staff-offers');
  const periods = periodValues.map((value) => ({ value, label: t(`periods.${value}`) }));
  const pers = perValues.map((value) => ({ value, label: t(`per.${value}`) }));
  return (
    <>
      <Form.Item name="quota" label={t('quota')} extra={t('quota_hint')}>
        <InputNumber min={1} precision={0} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item label={t('period_quota')}>
        <Space.Compact>
          <Form.Item name={['period_quota', 'period']} noStyle>
            <Select
              allowClear
              options={periods.filter(({ value }) => value !== 'ever')}
              placeholder={t('period')}
              aria-label={t('period')}
              style={{ width: 120 }}
            />
          </Form.Item>
          <Form.Item name={['period_quota', 'vouchers']} noStyle>
            <InputNumber
              min={1}
              precision={0}
              aria-label={t('period_quota')}
              suffix={t('pieces')}
              style={{ width: 140 }}
            />
          </Form.Item>
        </Space.Compact>
      </Form.Item>
      <Form.Item name="per_person_limit" label={t('per_person')} extra={t('quota_hint')}>
        <InputNumber min={1} max={1000} precision={0} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item label={t('limits')}>
        <Form.List name="limits">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }, index) => (
                <Space key={key} align="baseline" wrap>
                  <Form.Item name={[name, 'per']} noStyle>
                    <Select options={pers} aria-label={t('limit_per', { number: index + 1 })} style={{ width: 110 }} />
                  </Form.Item>
                  <Form.Item name={[name, 'period']} noStyle>
                    <Select
                      options={periods}
                      aria-label={t('limit_period', { number: index + 1 })}
                      style={{ width: 110 }}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'times']} style={{ marginBottom: 8 }}>
                    <InputNumber
                      min={1}
                      max={1000}
                      precision={0}
                      aria-label={t('limit_times', { number: index + 1 })}
                      suffix={t('times')}
                    />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('limit_remove', { number: index + 1 })}
                    onClick={() => remove(name)}
                  />
                </Space>
              ))}
              <Button
                type="dashed"
                block
                disabled={fields.length >= 12}
                onClick={() => add({ per: 'resident', period: 'month', times: 1 })}
              >
                {t('limit_add')}
              </Button>
            </>
          )}
        </Form.List>
      </Form.Item>
    </>
  );
}
