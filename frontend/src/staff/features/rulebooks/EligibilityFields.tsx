/** For whom a rule is: ages, buildings, teams; what is left open holds for everybody. */

import { Form, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';

export function EligibilityFields() {
  const { t } = useTranslation('staff-rulebooks');
  const query = { params: { query: { limit: 200 } } };
  const buildings = $api.useQuery('get', '/api/v1/buildings', query).data?.items ?? [];
  const teams = $api.useQuery('get', '/api/v1/teams', query).data?.items ?? [];
  return (
    <Form.Item label={t('clause.eligibility')} extra={t('eligibility_hint')}>
      <Space wrap align="start">
        {(['min_age', 'max_age'] as const).map((name) => (
          <Form.Item key={name} name={['eligibility', name]} noStyle>
            <InputNumber
              min={0}
              max={150}
              precision={0}
              aria-label={t(name)}
              prefix={t(name)}
              suffix={t('age_unit')}
              style={{ width: 150 }}
            />
          </Form.Item>
        ))}
        <Form.Item name={['eligibility', 'buildings']} noStyle>
          <Select
            mode="multiple"
            aria-label={t('buildings')}
            placeholder={t('buildings')}
            optionFilterProp="label"
            options={buildings.map(({ id, estate, name }) => ({ value: id, label: `${estate} ${name}` }))}
            style={{ minWidth: 220 }}
          />
        </Form.Item>
        <Form.Item name={['eligibility', 'teams']} noStyle>
          <Select
            mode="multiple"
            aria-label={t('teams')}
            placeholder={t('teams')}
            optionFilterProp="label"
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            style={{ minWidth: 220 }}
          />
        </Form.Item>
      </Space>
    </Form.Item>
  );
}
