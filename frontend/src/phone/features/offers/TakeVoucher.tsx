/** Taking a voucher: for which slot if there are slots, what it costs, and with the household's help if that is wanted. */

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Offer } from '@/api';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { Paying } from '../../ui/Paying';
import { Sheet } from '../../ui/Sheet';
import { SlotChoice } from '../../ui/SlotChoice';
import { useCommand } from '../../ui/useCommand';
import { useResidentId } from '../shell/useResidentId';

export function TakeVoucher({ offer }: { offer: Offer }) {
  const { t } = useTranslation('phone-offers');
  const navigate = useNavigate();
  const residentId = useResidentId();
  const [open, setOpen] = useState(false);
  const [slot, setSlot] = useState<string>();
  const [pooled, setPooled] = useState(false);
  const { mutateAsync } = $api.useMutation('post', '/api/v1/offers/{id}/vouchers');
  const take = useCommand(async () => {
    const body = { pooled, ...(slot !== undefined && { slot_id: slot }) };
    const voucher = await mutateAsync({ params: { path: { id: offer.id } }, body });
    await navigate({ to: '/vouchers/$id', params: { id: voucher.id } });
  }, t('take.done'));
  const inSlots = offer.slot_early_minutes != null;
  const usedUp = offer.quota_left === 0;
  return (
    <>
      <Button tone="primary" wide why={usedUp ? t('take.used_up') : undefined} onClick={() => setOpen(true)}>
        {inSlots ? t('take.choose') : t('take.take')}
      </Button>
      <Sheet title={offer.title} open={open} onClose={() => setOpen(false)}>
        <Form
          command={take}
          onSubmit={take.start}
          submit={t('take.confirm')}
          why={inSlots && slot === undefined ? t('take.slot_missing') : undefined}
        >
          {inSlots && <SlotChoice of="offers" id={offer.id} value={slot} onChange={setSlot} />}
          <p>{offer.price_points === 0 ? t('take.free') : t('take.price', { count: offer.price_points })}</p>
          <Paying residentId={residentId} price={offer.price_points} pooled={pooled} onPooled={setPooled} />
        </Form>
      </Sheet>
    </>
  );
}
