/** The fields of a rule: what it is, what it gives, up to what, for whom, who checks. */

import { Checkbox, Form, Input, InputNumber, Radio, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftRule } from '@/api';
import { basisValues, evidenceValues, periodValues, unitValues } from '@/api/schema.gen';
import { CapsFields } from './CapsFields';
import { EligibilityFields } from './EligibilityFields';
import { LevelsFields } from './LevelsFields';
import { MultipliersFields } from './MultipliersFields';

const reviewerKinds = ['one', 'two', 'two_above'] as const;

export function RuleFields() {
  const { t } = useTranslation('staff-rulebooks');
  const form = Form.useFormInstance<DraftRule>();
  const basis = Form.useWatch('basis', form);
  const unit = Form.useWatch('unit', form);
  const reviewers = Form.useWatch(['reviewers', 'kind'], form);
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Space size={[24, 0]} wrap align="start">
        <Form.Item name="code" label={t('code')} rules={required} extra={t('code_hint')}>
          <Input maxLength={20} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item name="title" label={t('deed')} rules={required}>
          <Input maxLength={60} style={{ width: 280 }} />
        </Form.Item>
      </Space>
      <Space size={[24, 0]} wrap align="start">
        <Form.Item name="basis" label={t('clause.basis')}>
          <Radio.Group options={basisValues.map((value) => ({ value, label: t(`basis.${value}`) }))} />
        </Form.Item>
        <Form.Item name="unit" label={t('clause.unit')}>
          <Radio.Group options={unitValues.map((value) => ({ value, label: t(`unit.${value}`) }))} />
        </Form.Item>
      </Space>
      {basis === 'level' ? (
        <LevelsFields />
      ) : (
        <Form.Item name="points" label={t(basis === 'hour' ? 'points_per_hour' : 'points_per_act')} rules={required}>
          <InputNumber min={0} precision={0} suffix={t('points_unit')} style={{ width: 180 }} />
        </Form.Item>
      )}
      <MultipliersFields />
      <CapsFields label={t('clause.caps')} per={unit ?? 'resident'} />
      <Form.Item label={t('clause.budget')} extra={t('budget_hint')}>
        <Space wrap>
          <Form.Item name={['budget', 'period']} noStyle initialValue="month">
            <Select
              aria-label={t('cap_period')}
              options={periodValues.map((value) => ({ value, label: t(`period.${value}`) }))}
              style={{ width: 104 }}
            />
          </Form.Item>
          <Form.Item name={['budget', 'points']} noStyle>
            <InputNumber
              aria-label={t('clause.budget')}
              min={1}
              precision={0}
              suffix={t('points_unit')}
              style={{ width: 180 }}
            />
          </Form.Item>
        </Space>
      </Form.Item>
      <EligibilityFields />
      <Form.Item name="evidence" label={t('clause.evidence')}>
        <Radio.Group options={evidenceValues.map((value) => ({ value, label: t(`evidence.${value}`) }))} />
      </Form.Item>
      <Form.Item label={t('clause.reviewers')}>
        <Space wrap>
          <Form.Item name={['reviewers', 'kind']} noStyle>
            <Radio.Group
              aria-label={t('clause.reviewers')}
              options={reviewerKinds.map((value) => ({ value, label: t(`reviewers.${value}`) }))}
            />
          </Form.Item>
          {reviewers === 'two_above' && (
            <Form.Item name={['reviewers', 'points']} noStyle>
              <InputNumber min={1} precision={0} aria-label={t('two_above')} suffix={t('points_unit')} />
            </Form.Item>
          )}
        </Space>
      </Form.Item>
      <Form.Item name="beneficiary_confirms" valuePropName="checked">
        <Checkbox>{t('beneficiary_confirms')}</Checkbox>
      </Form.Item>
      <Form.Item name="check" label={t('clause.check')} extra={t('check_hint')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
