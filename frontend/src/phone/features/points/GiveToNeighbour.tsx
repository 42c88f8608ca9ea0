/** A gift to another resident: the card, scanned or typed, how many points, and a few words. */

import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Scanner } from '../../ui/Scanner';
import { useCommand } from '../../ui/useCommand';

export function GiveToNeighbour() {
  const { t } = useTranslation('phone-points');
  const navigate = useNavigate();
  const [card, setCard] = useState('');
  const [points, setPoints] = useState('');
  const [note, setNote] = useState('');
  const [scanning, setScanning] = useState(false);
  const { mutateAsync } = $api.useMutation('post', '/api/v1/gifts');
  const gift = useCommand(
    () => mutateAsync({ body: { to_card_code: card.trim(), points: Number(points), note: note.trim() } }),
    t('give.done'),
    () => navigate({ to: '/points' }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    gift.start();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={t('give.card')}
        hint={t('give.card_hint')}
        value={card}
        onChange={setCard}
        error={gift.at('to_card_code')}
        autoComplete="off"
        autoCapitalize="characters"
        required
      />
      <Button onClick={() => setScanning(true)}>{t('give.scan')}</Button>
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
      <p className="soft">{t('give.about')}</p>
      {scanning && (
        <Scanner
          onClose={() => setScanning(false)}
          onCode={(text) => {
            setCard(text);
            setScanning(false);
          }}
        />
      )}
    </form>
  );
}
