/** Moving a voucher to another slot of the same offer. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Voucher } from '@/api';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { Sheet } from '../../ui/Sheet';
import { SlotChoice } from '../../ui/SlotChoice';
import { useCommand } from '../../ui/useCommand';

export function MoveVoucher({ voucher, slotId }: { voucher: Voucher; slotId: string }) {
  const { t } = useTranslation('phone-vouchers');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const { mutateAsync } = $api.useMutation('post', '/api/v1/vouchers/{id}/move');
  const move = useCommand(
    () => mutateAsync({ params: { path: { id: voucher.id } }, body: { slot_id: chosen ?? slotId } }),
    t('move.done'),
    () => setOpen(false),
  );
  return (
    <>
      <Button wide onClick={() => setOpen(true)}>
        {t('move.label')}
      </Button>
      <Sheet title={t('move.label')} open={open} onClose={() => setOpen(false)}>
        <Form
          command={move}
          onSubmit={move.start}
          submit={t('move.confirm')}
          why={chosen === undefined ? t('move.missing') : undefined}
        >
          <SlotChoice of="offers" id={voucher.offer_id} value={chosen} onChange={setChosen} except={slotId} />
        </Form>
      </Sheet>
    </>
  );
}
