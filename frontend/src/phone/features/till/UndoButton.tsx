/** Taking a confirmation back while there is time, which runs down before one's eyes. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Confirmation } from '@/api';
import { Button } from '../../ui/Button';
import { Refusal } from '../../ui/Refusal';
import { Sheet } from '../../ui/Sheet';
import { useTell } from '../../ui/Told';
import { runningDown, useNow } from '../../ui/useNow';

interface Props {
  confirmation: Confirmation;
  onUndone?: (confirmation: Confirmation) => void;
}

export function UndoButton({ confirmation, onUndone }: Props) {
  const { t } = useTranslation('phone-till');
  const tell = useTell();
  const left = Date.parse(confirmation.undo_until) - useNow();
  const [open, setOpen] = useState(false);
  const undo = $api.useMutation('post', '/api/v1/confirmations/{id}/undo', {
    onSuccess: (undone) => {
      setOpen(false);
      tell(t('undo.done'));
      onUndone?.(undone);
    },
  });
  const isOver = confirmation.undone_at || confirmation.correction || left <= 0;
  if (isOver && !open) return null;
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)}>
        <span className="number">{t('undo.open', { left: runningDown(left) })}</span>
      </Button>
      <Sheet title={t('undo.title')} open={open} onClose={() => setOpen(false)}>
        <p>{t('undo.about', { name: confirmation.resident_name, offer: confirmation.offer_title })}</p>
        <Refusal error={undo.error} />
        <Button
          tone="danger"
          wide
          busy={undo.isPending}
          onClick={() => undo.mutate({ params: { path: { id: confirmation.id } } })}
        >
          {t('undo.submit')}
        </Button>
        <Button wide onClick={() => setOpen(false)}>
          {t('undo.leave')}
        </Button>
      </Sheet>
    </>
  );
}
