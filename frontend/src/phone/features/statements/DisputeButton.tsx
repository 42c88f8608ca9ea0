/** Saying why a statement is not right; the community settles it. */

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Button } from '../../ui/Button';
import { Refusal } from '../../ui/Refusal';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { useTell } from '../../ui/Told';

export function DisputeButton({ id }: { id: string }) {
  const { t } = useTranslation('phone-statements');
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const dispute = $api.useMutation('post', '/api/v1/statements/{id}/dispute', {
    onSuccess: () => {
      setOpen(false);
      tell(t('dispute.done'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    dispute.mutate({ params: { path: { id } }, body: { reason } });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('dispute.open')}</Button>
      <Sheet title={t('dispute.title')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={submit}>
          <p>{t('dispute.about')}</p>
          <Refusal error={dispute.error} />
          <TextField
            label={t('dispute.reason')}
            hint={t('dispute.reason_hint')}
            value={reason}
            onChange={setReason}
            maxLength={200}
          />
          <Button
            type="submit"
            tone="primary"
            wide
            busy={dispute.isPending}
            why={reason.trim() === '' ? t('dispute.missing') : undefined}
          >
            {t('dispute.submit')}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
