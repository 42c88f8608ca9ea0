/** A store: where it is, and when it is open. */

import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewStore, Store, StoreState } from '@/api';
import { storeStateValues } from '@/api/schema.gen';
import { DialogForm } from '../../ui/DialogForm';
import { WeekHours } from '../../ui/WeekHours';

type Values = NewStore & { state?: StoreState };

interface Props {
  onClose: () => void;
  submit: (values: Values) => Promise<unknown>;
  /** As it stands, when it changes. */
  store?: Store;
}

export function StoreForm({ onClose, submit, store }: Props) {
  const { t } = useTranslation('staff-partners');
  const { t: shared } = useTranslation('staff');
  const required = { required: true, message: shared('field.needed') };
  return (
    <DialogForm<Values>
      title={t(store ? 'store.change' : 'store.add')}
      open
      onClose={onClose}
      submit={submit}
      done={t('changed')}
      width={640}
      initialValues={store ?? { hours: [] }}
    >
      <Form.Item name="name" label={t('store.name')} rules={[required]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="address" label={t('store.address')} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="hours" label={t('store.hours')} extra={t('store.hours_hint')}>
        <WeekHours />
      </Form.Item>
      {store && (
        <Form.Item name="state" label={t('state')} extra={t('store.state_hint')}>
          <Radio.Group
            options={storeStateValues.map((value) => ({ value, label: t(`store.states.${value}`) }))}
            optionType="button"
          />
        </Form.Item>
      )}
    </DialogForm>
  );
}
