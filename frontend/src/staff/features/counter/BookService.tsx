/** Books a service in the resident's place: the slot is chosen among those with free seats. */

import { Checkbox, Modal, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Order, type ShelfReward } from '@/api';
import { OverrideButton } from '../../ui/OverrideButton';
import { SlotChoice } from '../../ui/SlotChoice';

interface Props {
  service: ShelfReward;
  residentId: string;
  available: number | undefined;
  onClose: () => void;
  onDone: (order: Order) => void;
}

export function BookService({ service, residentId, available, onClose, onDone }: Props) {
  const { t } = useTranslation('staff-counter');
  const [slot, setSlot] = useState<string>();
  const [pooled, setPooled] = useState(false);
  const create = $api.useMutation('post', '/api/v1/orders');
  const book = async (override_reason?: string) => {
    const lines = [{ reward_id: service.id, quantity: 1, slot_id: slot }];
    onDone(await create.mutateAsync({ body: { resident_id: residentId, lines, pooled, override_reason } }));
  };
  const { limit_per_quarter: limit, left_this_quarter: left } = service;
  const used = left === 0 ? t('bar.limit_used', { limit: limit ?? 0 }) : undefined;
  const why = used ?? (slot ? undefined : t('slot_needed'));
  return (
    <Modal
      title={t('book', { name: service.name })}
      open
      onCancel={onClose}
      footer={
        <OverrideButton type="primary" run={book} done={t('booked')} why={why}>
          {t('book_action')}
        </OverrideButton>
      }
    >
      <Space orientation="vertical" style={{ width: '100%' }}>
        {available !== undefined && (
          <span className="number">{t('price', { count: service.price_points, available })}</span>
        )}
        {typeof left === 'number' && <span className="number">{used ?? t('services_left', { number: left })}</span>}
        <SlotChoice of="rewards" hostId={service.id} value={slot} onChange={setSlot} />
        <Checkbox checked={pooled} onChange={({ target }) => setPooled(target.checked)}>
          {t('pooled')}
        </Checkbox>
      </Space>
    </Modal>
  );
}
