/** What came of a reward, or went. What was counted is a stocktake. */

import { Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NewStockMovement, type Reward, type StockEntryKind } from '@/api';
import { stockEntryKindValues } from '@/api/schema.gen';
import { DialogForm } from '../../ui/DialogForm';
import { MoneyInput } from '../../ui/MoneyInput';

interface Props {
  reward: Reward;
  open: boolean;
  onClose: () => void;
}

export function MovementForm({ reward, open, onClose }: Props) {
  const { t } = useTranslation('staff-rewards');
  const { t: shared } = useTranslation('staff');
  const [kind, setKind] = useState<StockEntryKind>('bought');
  const create = $api.useMutation('post', '/api/v1/rewards/{id}/stock-movements');
  const required = { required: true, message: shared('field.needed') };
  return (
    <DialogForm<NewStockMovement>
      title={t('movement.title', { name: reward.name })}
      open={open}
      onClose={onClose}
      submit={(body) => create.mutateAsync({ params: { path: { id: reward.id } }, body })}
      done={t('movement.done')}
      initialValues={{ kind: 'bought' }}
      onValuesChange={(_, values) => setKind(values.kind)}
    >
      <Form.Item name="kind" label={t('movement.kind')}>
        <Radio.Group
          options={stockEntryKindValues.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          optionType="button"
        />
      </Form.Item>
      <Form.Item name="quantity" label={t('movement.quantity')} rules={[required]}>
        <InputNumber min={1} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      {kind === 'bought' && (
        <Form.Item name="unit_cost_fen" label={t('movement.unit_cost')}>
          <MoneyInput />
        </Form.Item>
      )}
      {kind === 'donated' && (
        <Form.Item name="donor" label={t('movement.donor')} rules={[required]}>
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('movement.note')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </DialogForm>
  );
}
