/** What is said of a partner, when it is admitted and when it changes. */

import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewPartner, Partner, PartnerState } from '@/api';
import { partnerStateValues } from '@/api/schema.gen';
import { DayPicker } from '../../ui/DayPicker';
import { DialogForm } from '../../ui/DialogForm';

type Values = NewPartner & { state?: PartnerState };

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  submit: (values: Values) => Promise<unknown>;
  done: string;
  /** As it stands, when it changes. */
  partner?: Partner;
}

export function PartnerForm({ title, open, onClose, submit, done, partner }: Props) {
  const { t } = useTranslation('staff-partners');
  const { t: shared } = useTranslation('staff');
  const required = { required: true, message: shared('field.needed') };
  return (
    <DialogForm<Values>
      title={title}
      open={open}
      onClose={onClose}
      submit={(values) =>
        submit({ ...values, promise: values.promise ?? '', contact_phone: values.contact_phone || null })
      }
      done={done}
      initialValues={partner ?? {}}
    >
      <Form.Item name="name" label={t('name')} rules={[required]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="category" label={t('category')} rules={[required]} extra={t('category_hint')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="promise" label={t('promise')} extra={t('promise_hint')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="contact_name" label={t('contact')} rules={[required]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="contact_phone" label={t('contact_phone')}>
        <Input inputMode="tel" maxLength={11} />
      </Form.Item>
      <Form.Item name="admitted_on" label={t('admitted_on')} {...(!partner && { extra: t('admitted_on_hint') })}>
        <DayPicker width="100%" />
      </Form.Item>
      {partner && (
        <Form.Item name="state" label={t('state')} extra={t('state_hint')}>
          <Radio.Group
            options={partnerStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
            optionType="button"
          />
        </Form.Item>
      )}
    </DialogForm>
  );
}
