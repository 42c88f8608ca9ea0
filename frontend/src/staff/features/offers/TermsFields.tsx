/** What an offer gives: so much off from some bill on, a share off, or something free. */

import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Terms } from '@/api';
import { MoneyInput } from '../../ui/MoneyInput';

const kinds: Terms['kind'][] = ['spend_and_save', 'percent', 'free_item'];

export function TermsFields() {
  const { t } = useTranslation('staff-offers');
  const { t: shared } = useTranslation('staff');
  const kind = Form.useWatch<Terms['kind']>(['terms', 'kind']);
  const required = { required: true, message: shared('field.needed') };
  return (
    <>
      <Form.Item name={['terms', 'kind']} label={t('gives')}>
        <Radio.Group options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} optionType="button" />
      </Form.Item>
      {kind === 'spend_and_save' && (
        <>
          <Form.Item name={['terms', 'min_spend_fen']} label={t('min_spend')} rules={[required]}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name={['terms', 'save_fen']} label={t('save')} rules={[required]}>
            <MoneyInput />
          </Form.Item>
        </>
      )}
      {kind === 'percent' && (
        <>
          <Form.Item
            name={['terms', 'percent_off']}
            label={t('percent_off')}
            extra={t('percent_hint')}
            rules={[required]}
          >
            <InputNumber min={1} max={99} precision={0} suffix="%" style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name={['terms', 'max_save_fen']} label={t('max_save')}>
            <MoneyInput />
          </Form.Item>
        </>
      )}
      {kind === 'free_item' && (
        <Form.Item name={['terms', 'item']} label={t('item')} extra={t('item_hint')} rules={[required]}>
          <Input maxLength={60} />
        </Form.Item>
      )}
    </>
  );
}
