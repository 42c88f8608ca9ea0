/** Moves a voucher to another slot of its offer, in its resident's place, until its own begins. */

import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type OtherSlot, type Voucher, type VoucherSlot } from '@/api';
import { spokenSpan } from '@/lib/format';
import { DialogForm } from './DialogForm';
import { SlotChoice } from './SlotChoice';

interface Props {
  voucher: Voucher;
  slot: VoucherSlot;
  /** Why it cannot be moved, but for its slot. */
  why: string | undefined;
}

export function MoveVoucher({ voucher, slot, why }: Props) {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  const move = $api.useMutation('post', '/api/v1/vouchers/{id}/move');
  const bar = why ?? (Date.parse(slot.starts_at) <= Date.now() ? t('voucher.move.begun') : undefined);
  return (
    <>
      <Button size="small" disabled={bar !== undefined} title={bar} onClick={() => setOpen(true)}>
        {t('voucher.move.do')}
      </Button>
      <DialogForm<OtherSlot>
        title={t('voucher.move.of', { offer: voucher.offer_title })}
        open={open}
        onClose={() => setOpen(false)}
        submit={(body) => move.mutateAsync({ params: { path: { id: voucher.id } }, body })}
        done={t('voucher.move.done')}
        okText={t('voucher.move.do')}
      >
        <p>{t('voucher.move.now', { when: spokenSpan(slot.starts_at, slot.ends_at) })}</p>
        <Form.Item
          name="slot_id"
          label={t('voucher.move.to')}
          rules={[{ required: true, message: t('voucher.take.slot_needed') }]}
        >
          <SlotChoice of="offers" hostId={voucher.offer_id} except={slot.id} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
