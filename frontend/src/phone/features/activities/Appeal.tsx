/** An appeal against a mark: once, with the reason. */

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type NoShow } from '@/api';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { useCommand } from '../../ui/useCommand';

export function Appeal({ mark }: { mark: NoShow }) {
  const { t } = useTranslation('phone-activities');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/no-shows/{id}/appeal');
  const appeal = useCommand(
    () => mutateAsync({ params: { path: { id: mark.id } }, body: { reason: reason.trim() } }),
    t('no_shows.appeal_done'),
    () => setOpen(false),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    appeal.start();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('no_shows.appeal')}</Button>
      <Sheet title={t('no_shows.appeal')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={submit}>
          <TextField
            label={t('no_shows.reason')}
            hint={t('no_shows.reason_hint')}
            value={reason}
            onChange={setReason}
            error={appeal.at('reason')}
            maxLength={200}
            required
          />
          {appeal.refusal}
          <Button type="submit" tone="primary" wide busy={appeal.busy}>
            {t('no_shows.submit')}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
