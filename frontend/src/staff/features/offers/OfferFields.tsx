/** The fields of an offer: all of a draft, and of one that was open only what may still change. */

import { Divider, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { MomentPicker } from '../../ui/MomentPicker';
import { PartnerSelect } from '../../ui/PartnerSelect';
import { ConditionFields } from './ConditionFields';
import { QuotaFields } from './QuotaFields';
import { TermsFields } from './TermsFields';

interface Props {
  /** A new draft, a draft, or an offer on which residents rely already. */
  part: 'new' | 'draft' | 'opened';
}

export function OfferFields({ part }: Props) {
  const { t } = useTranslation('staff-offers');
  const { t: shared } = useTranslation('staff');
  const required = { required: true, message: shared('field.needed') };
  const draft = part !== 'opened';
  return (
    <>
      {part === 'new' && (
        <Form.Item name="partner_id" label={t('partner')} rules={[required]}>
          <PartnerSelect />
        </Form.Item>
      )}
      <Form.Item name="title" label={t('title')} rules={[required]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      {draft && (
        <>
          <TermsFields />
          <Form.Item name="price_points" label={t('price')} extra={t('price_hint')} rules={[required]}>
            <InputNumber min={0} precision={0} suffix={shared('points')} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="uses" label={t('uses')} rules={[required]}>
            <InputNumber min={1} max={100} precision={0} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="voucher_days" label={t('voucher_days')} extra={t('voucher_days_hint')} rules={[required]}>
            <InputNumber min={1} max={366} precision={0} suffix={t('days')} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="slot_early_minutes" label={t('slot_early')} extra={t('slot_early_hint')}>
            <InputNumber min={0} max={1440} precision={0} suffix={t('minutes')} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="valid_from" label={t('valid_from')} rules={[required]}>
            <MomentPicker />
          </Form.Item>
        </>
      )}
      <Form.Item name="valid_to" label={t('valid_to')} rules={[required]} {...(!draft && { extra: t('later_only') })}>
        <MomentPicker />
      </Form.Item>
      <Divider titlePlacement="start">{t('how_many')}</Divider>
      <QuotaFields />
      <Divider titlePlacement="start">{t('conditions')}</Divider>
      <ConditionFields />
    </>
  );
}
