/** Something else in the place of what was ordered, as many, for no more points. */

import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type OrderLine } from '@/api';
import { DialogForm } from '../../ui/DialogForm';

interface Props {
  orderId: string;
  line: OrderLine;
  onClose: () => void;
}

interface Values {
  with_reward_id: string;
  reason?: string;
}

export function Substitute({ orderId, line, onClose }: Props) {
  const { t } = useTranslation('staff-orders');
  const { t: shared } = useTranslation('staff');
  const rewards = $api.useQuery('get', '/api/v1/rewards', {
    params: { query: { kind: 'goods', state: 'on_shelf', limit: 200 } },
  });
  const substitute = $api.useMutation('post', '/api/v1/orders/{id}/substitute');
  const options = (rewards.data?.items ?? [])
    .filter(({ id }) => id !== line.reward_id)
    .map(({ id, name, price_points, left }) => ({
      value: id,
      label: t('option', { name, points: price_points, left }),
    }));
  return (
    <DialogForm<Values>
      title={t('substitute_title', { name: line.reward_name, quantity: line.quantity })}
      open
      onClose={onClose}
      submit={({ with_reward_id, reason }) =>
        substitute.mutateAsync({
          params: { path: { id: orderId } },
          body: { reward_id: line.reward_id, with_reward_id, reason: reason || null },
        })
      }
      done={t('substituted')}
    >
      <p>{t('substitute_hint', { points: line.unit_points })}</p>
      <Form.Item name="with_reward_id" label={t('with')} rules={[{ required: true, message: shared('field.needed') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} loading={rewards.isPending} />
      </Form.Item>
      <Form.Item name="reason" label={shared('field.reason')}>
        <Input maxLength={200} />
      </Form.Item>
    </DialogForm>
  );
}
