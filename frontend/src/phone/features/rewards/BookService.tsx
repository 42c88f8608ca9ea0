/** Booking a service: one of its slots is chosen, and what it costs is held. */

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Reward } from '@/api';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { Paying } from '../../ui/Paying';
import { Sheet } from '../../ui/Sheet';
import { SlotChoice } from '../../ui/SlotChoice';
import { useCommand } from '../../ui/useCommand';
import { useResidentId } from '../shell/useResidentId';

export function BookService({ service }: { service: Reward }) {
  const { t } = useTranslation('phone-rewards');
  const navigate = useNavigate();
  const residentId = useResidentId();
  const [open, setOpen] = useState(false);
  const [slot, setSlot] = useState<string>();
  const [pooled, setPooled] = useState(false);
  const { mutateAsync } = $api.useMutation('post', '/api/v1/orders');
  const book = useCommand(async () => {
    const lines = [{ reward_id: service.id, quantity: 1, slot_id: slot }];
    const order = await mutateAsync({ body: { lines, pooled } });
    await navigate({ to: '/orders/$id', params: { id: order.id } });
  }, t('service.done'));
  return (
    <>
      <Button aria-label={t('service.book_one', { name: service.name })} onClick={() => setOpen(true)}>
        {t('service.book')}
      </Button>
      <Sheet title={t('service.book_one', { name: service.name })} open={open} onClose={() => setOpen(false)}>
        <Form
          command={book}
          onSubmit={book.start}
          submit={t('service.confirm')}
          why={slot === undefined ? t('service.slot_missing') : undefined}
        >
          <SlotChoice of="rewards" id={service.id} value={slot} onChange={setSlot} />
          <p>{t('service.price', { count: service.price_points })}</p>
          <Paying residentId={residentId} price={service.price_points} pooled={pooled} onPooled={setPooled} />
        </Form>
      </Sheet>
    </>
  );
}
