/** When, where and for whom an offer is. */

import { Form, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { WeekHours } from '../../ui/WeekHours';

export function ConditionFields() {
  const { t } = useTranslation('staff-offers');
  const partner = Form.useWatch<string | undefined>('partner_id', { preserve: true });
  const stores = $api.useQuery('get', '/api/v1/stores', { params: { query: { partner_id: partner, limit: 200 } } });
  const buildings = $api.useQuery('get', '/api/v1/buildings', { params: { query: { limit: 200 } } });
  const teams = $api.useQuery('get', '/api/v1/teams');
  const some = { mode: 'multiple', showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <>
      <Form.Item name="hours" label={t('hours')} extra={t('hours_hint')}>
        <WeekHours />
      </Form.Item>
      <Form.Item name="stores" label={t('stores')} extra={t('stores_hint')}>
        <Select {...some} options={(stores.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item label={t('age')}>
        <Space>
          <Form.Item name={['eligibility', 'min_age']} noStyle>
            <InputNumber min={0} max={150} precision={0} aria-label={t('min_age')} placeholder={t('min_age')} />
          </Form.Item>
          –
          <Form.Item name={['eligibility', 'max_age']} noStyle>
            <InputNumber min={0} max={150} precision={0} aria-label={t('max_age')} placeholder={t('max_age')} />
          </Form.Item>
        </Space>
      </Form.Item>
      <Form.Item name={['eligibility', 'buildings']} label={t('buildings')} extra={t('all_if_none')}>
        <Select
          {...some}
          options={(buildings.data?.items ?? []).map(({ id, estate, name }) => ({
            value: id,
            label: `${estate} ${name}`,
          }))}
        />
      </Form.Item>
      <Form.Item name={['eligibility', 'teams']} label={t('teams')} extra={t('all_if_none')}>
        <Select
          {...some}
          options={(teams.data?.items ?? [])
            .filter(({ state }) => state === 'active')
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </>
  );
}
