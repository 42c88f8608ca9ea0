/** A gift to a fund: how many points, and a few words. */

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Fund } from '@/api';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Sheet } from '../../ui/Sheet';
import { useCommand } from '../../ui/useCommand';

export function GiveToFund({ fund, onClose }: { fund: Fund; onClose: () => void }) {
  const { t } = useTranslation('phone-points');
  const [points, setPoints] = useState('');
  const [note, setNote] = useState('');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/funds/{id}/gifts');
  const gift = useCommand(
    () => mutateAsync({ params: { path: { id: fund.id } }, body: { points: Number(points), note: note.trim() } }),
    t('funds.done'),
    onClose,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    gift.start();
  };
  return (
    <Sheet title={fund.name} open onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t('give.points')}
          value={points}
          onChange={(typed) => setPoints(typed.replace(/\D/g, ''))}
          error={gift.at('points')}
          inputMode="numeric"
          required
        />
        <Field label={t('give.note')} value={note} onChange={setNote} error={gift.at('note')} maxLength={100} />
        {gift.refusal}
        <Button type="submit" tone="primary" wide busy={gift.busy}>
          {t('give.submit')}
        </Button>
      </form>
    </Sheet>
  );
}
