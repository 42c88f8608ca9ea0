/** Cancelling a slot with a reason, which everybody reads who has a seat. */

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Slot } from '@/api';
import { span } from '@/lib/format';
import { Button } from '../../ui/Button';
import { Refusal } from '../../ui/Refusal';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { useTell } from '../../ui/Told';

export function CancelSlot({ slot }: { slot: Slot }) {
  const { t } = useTranslation('phone-shop');
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = $api.useMutation('post', '/api/v1/slots/{id}/cancel', {
    onSuccess: () => {
      setOpen(false);
      tell(t('cancel.done'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    cancel.mutate({ params: { path: { id: slot.id } }, body: { reason } });
  };
  return (
    <>
      <Button
        tone="danger"
        aria-label={t('cancel.one', { span: span(slot.starts_at, slot.ends_at) })}
        onClick={() => setOpen(true)}
      >
        {t('cancel.open')}
      </Button>
      <Sheet title={t('cancel.title')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={submit}>
          <p className="number">{span(slot.starts_at, slot.ends_at)}</p>
          <p>{t('cancel.about', { taken: slot.seats - slot.seats_left })}</p>
          <Refusal error={cancel.error} />
          <TextField
            label={t('cancel.reason')}
            hint={t('cancel.reason_hint')}
            value={reason}
            onChange={setReason}
            maxLength={200}
          />
          <Button
            type="submit"
            tone="danger"
            wide
            busy={cancel.isPending}
            why={reason.trim() === '' ? t('cancel.missing') : undefined}
          >
            {t('cancel.submit')}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
