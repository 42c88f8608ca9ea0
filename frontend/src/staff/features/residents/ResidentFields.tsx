/** What is asked of a resident who is registered or changed. */

import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { HouseholdPicker } from '../../ui/HouseholdPicker';

interface Props {
  /** The number so far, masked; it stays unless another is typed. */
  phoneNow?: string | null | undefined;
}

export function ResidentFields({ phoneNow }: Props) {
  const { t } = useTranslation('staff-residents');
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('name_hint') }]}>
        <Input maxLength={60} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('phone')}
        extra={phoneNow ? t('phone_stays', { phone: phoneNow }) : t('phone_optional')}
        rules={[{ pattern: /^1\d{10}$/, message: t('phone_hint') }]}
      >
        <Input inputMode="tel" maxLength={11} autoComplete="off" />
      </Form.Item>
      <Form.Item name="birth_year" label={t('birth_year')} extra={t('birth_year_use')}>
        <InputNumber min={1900} max={2200} precision={0} controls={false} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="household_id" label={t('household')} rules={[{ required: true, message: t('household_hint') }]}>
        <HouseholdPicker />
      </Form.Item>
    </>
  );
}
