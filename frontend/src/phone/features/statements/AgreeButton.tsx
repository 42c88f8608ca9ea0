/** Agreeing to a statement, which is done once. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Button } from '../../ui/Button';
import { Refusal } from '../../ui/Refusal';
import { Sheet } from '../../ui/Sheet';
import { useTell } from '../../ui/Told';

export function AgreeButton({ id }: { id: string }) {
  const { t } = useTranslation('phone-statements');
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const agree = $api.useMutation('post', '/api/v1/statements/{id}/agree', {
    onSuccess: () => {
      setOpen(false);
      tell(t('agree.done'));
    },
  });
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {t('agree.open')}
      </Button>
      <Sheet title={t('agree.title')} open={open} onClose={() => setOpen(false)}>
        <p>{t('agree.about')}</p>
        <Refusal error={agree.error} />
        <Button tone="primary" wide busy={agree.isPending} onClick={() => agree.mutate({ params: { path: { id } } })}>
          {t('agree.submit')}
        </Button>
      </Sheet>
    </>
  );
}
