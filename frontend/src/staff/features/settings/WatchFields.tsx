/** From which figures on the desk is told of a pattern. */

import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

const patterns = [
  { pattern: 'burst', count: 'burst_count', within: 'burst_minutes', unit: 'per_minutes' },
  { pattern: 'pair', count: 'pair_count', within: 'pair_days', unit: 'per_days' },
  { pattern: 'own_store', count: 'own_store_count', within: undefined, unit: 'per_day' },
  { pattern: 'outside_hours', count: 'outside_hours_count', within: undefined, unit: 'per_day' },
  { pattern: 'unknown_codes', count: 'unknown_codes_count', within: undefined, unit: 'per_day' },
] as const;

export function WatchFields() {
  const { t } = useTranslation('staff-settings');
  const rules = [{ required: true, message: t('required') }];
  return (
    <>
      <p style={{ marginTop: 0 }}>{t('watch_hint')}</p>
      {patterns.map(({ pattern, count, within, unit }) => (
        <Form.Item key={pattern} label={t(pattern)}>
          <div className="filters">
            {within ? (
              <Form.Item name={['watch', within]} rules={rules} style={{ margin: 0 }}>
                <InputNumber
                  min={1}
                  precision={0}
                  suffix={t(unit)}
                  aria-label={`${t(pattern)} ${t(unit)}`}
                  style={{ width: 160 }}
                />
              </Form.Item>
            ) : (
              <span style={{ width: 160 }}>{t(unit)}</span>
            )}
            <Form.Item name={['watch', count]} rules={rules} style={{ margin: 0 }}>
              <InputNumber
                min={0}
                precision={0}
                suffix={t('times')}
                aria-label={`${t(pattern)} ${t('times')}`}
                style={{ width: 140 }}
              />
            </Form.Item>
          </div>
        </Form.Item>
      ))}
    </>
  );
}
