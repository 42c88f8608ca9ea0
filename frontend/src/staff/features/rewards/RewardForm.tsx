/** What is said of a reward, when it is added and when it changes. */

import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewReward, Reward } from '@/api';
import { ageGroupValues, rewardKindValues, rewardStateValues } from '@/api/schema.gen';
import { DialogForm } from '../../ui/DialogForm';
import { PictureField } from './PictureField';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  submit: (body: NewReward) => Promise<unknown>;
  done: string;
  /** As it stands, when it changes. */
  reward?: Reward;
}

const NEW = { kind: 'goods', age_group: 'all', state: 'on_shelf', low_stock_at: 10 } as const;

export function RewardForm({ title, open, onClose, submit, done, reward }: Props) {
  const { t } = useTranslation('staff-rewards');
  const { t: shared } = useTranslation('staff');
  const required = { required: true, message: shared('field.needed') };
  return (
    <DialogForm<NewReward>
      title={title}
      open={open}
      onClose={onClose}
      submit={(values) => submit({ ...values, description: values.description ?? '' })}
      done={done}
      initialValues={reward ?? NEW}
    >
      {reward === undefined && (
        <Form.Item name="kind" label={t('kind')} extra={t('kind_hint')}>
          <Radio.Group
            options={rewardKindValues.map((value) => ({ value, label: t(`reward_kinds.${value}`) }))}
            optionType="button"
          />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('name')} rules={[required]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="photo_id" label={t('picture.label')} extra={t('picture.hint')}>
        <PictureField />
      </Form.Item>
      <Form.Item name="age_group" label={t('age_group')} extra={t('age_group_hint')}>
        <Radio.Group
          options={ageGroupValues.map((value) => ({ value, label: shared(`age_groups.${value}`) }))}
          optionType="button"
        />
      </Form.Item>
      <Form.Item name="price_points" label={t('price')} rules={[required]} extra={reward && t('price_hint')}>
        <InputNumber min={1} precision={0} suffix={shared('points')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="limit_per_quarter" label={t('limit')} extra={t('limit_hint')}>
        <InputNumber min={1} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          (reward?.kind ?? getFieldValue('kind')) === 'goods' && (
            <Form.Item name="low_stock_at" label={t('low_stock_at')} extra={t('low_stock_at_hint')}>
              <InputNumber min={0} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="state" label={t('state')}>
        <Radio.Group
          options={rewardStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
          optionType="button"
        />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </DialogForm>
  );
}
