/** What is asked of an activity, apart from its shifts. */

import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { beneficiaryValues, categoryValues, recruitValues } from '@/api/schema.gen';

export function ActivityFields({ withTeam }: { withTeam: boolean }) {
  const { t } = useTranslation('staff-activities');
  const { t: common } = useTranslation('common');
  const teams = $api.useQuery('get', '/api/v1/teams');
  const book = $api.useQuery('get', '/api/v1/rulebooks/in-force', {}, { staleTime: 300_000 });
  // By a level nobody earns here, and a photo is shown with a claim.
  const rules = (book.data?.book.rules ?? []).filter(
    ({ unit, basis, evidence }) => unit === 'resident' && basis !== 'level' && evidence !== 'photo',
  );
  const active = (teams.data?.items ?? []).filter(({ state }) => state === 'active');
  const required = (message: string) => [{ required: true, message }];
  return (
    <>
      {withTeam && (
        <Form.Item name="team_id" label={t('team')} rules={required(t('team_hint'))}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={active.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      <Form.Item name="title" label={t('name')} rules={required(t('name_hint'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="place" label={t('place')} rules={required(t('place_hint'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="category" label={t('category')}>
        <Select options={categoryValues.map((value) => ({ value, label: common(`categories.${value}`) }))} />
      </Form.Item>
      <Form.Item name="beneficiary" label={t('beneficiary')}>
        <Select options={beneficiaryValues.map((value) => ({ value, label: common(`beneficiaries.${value}`) }))} />
      </Form.Item>
      <Form.Item name="rule_code" label={t('rule')} extra={t('rule_use')} rules={required(t('rule_hint'))}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={rules.map(({ code, title, basis, points }) => ({
            value: code,
            label: `${title} · ${t(`bases.${basis}`, { count: points })}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="recruit" label={t('recruit')}>
        <Radio.Group options={recruitValues.map((value) => ({ value, label: t(`recruits.${value}`) }))} />
      </Form.Item>
    </>
  );
}
