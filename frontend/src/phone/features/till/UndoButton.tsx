/** Taking a confirmation back while there is time, which runs down before one's eyes. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Confirmation } from '@/api';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { useCommand } from '../../ui/useCommand';
import { runningDown, useNow } from '../../ui/useNow';

interface Props {
  confirmation: Confirmation;
  onUndone?: (confirmation: Confirmation) => void;
}

export function UndoButton({ confirmation, onUndone }: Props) {
  const { t } = useTranslation('phone-till');
  const left = Date.parse(confirmation.undo_until) - useNow();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = $api.useMutation('post', '/api/v1/confirmations/{id}/undo');
  const undo = useCommand(
    async () => onUndone?.(await mutateAsync({ params: { path: { id: confirmation.id } } })),
    t('undo.done'),
    () => setOpen(false),
  );
  const isOver = confirmation.undone_at || confirmation.correction || left <= 0;
  if (isOver && !open) return null;
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)}>
        <span className="number">{t('undo.open', { left: runningDown(left) })}</span>
      </Button>
      <Sheet title={t('undo.title')} open={open} onClose={() => setOpen(false)}>
        <p>{t('undo.about', { name: confirmation.resident_name, offer: confirmation.offer_title })}</p>
        {undo.refusal}
        <Button tone="danger" wide busy={undo.busy} onClick={() => undo.start()}>
          {t('undo.submit')}
        </Button>
        <Button wide onClick={() => setOpen(false)}>
          {t('undo.leave')}
        </Button>
      </Sheet>
    </>
  );
}
