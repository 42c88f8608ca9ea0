/** A gift to another resident: the card, scanned or typed, how many points, and a few words. */

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { Scanner } from '../../ui/Scanner';
import { useCommand } from '../../ui/useCommand';
import { GiftFields, giftOf } from './GiftFields';

export function GiveToNeighbour() {
  const { t } = useTranslation('phone-points');
  const navigate = useNavigate();
  const [card, setCard] = useState('');
  const [gift, setGift] = useState({ points: '', note: '' });
  const [scanning, setScanning] = useState(false);
  const { mutateAsync } = $api.useMutation('post', '/api/v1/gifts');
  const give = useCommand(
    () => mutateAsync({ body: { to_card_code: card.trim(), ...giftOf(gift) } }),
    t('give.done'),
    () => navigate({ to: '/points' }),
  );
  return (
    <>
      <Form command={give} onSubmit={give.start} submit={t('give.submit')}>
        <Field
          label={t('give.card')}
          hint={t('give.card_hint')}
          value={card}
          onChange={setCard}
          error={give.at('to_card_code')}
          autoComplete="off"
          autoCapitalize="characters"
          required
        />
        <Button onClick={() => setScanning(true)}>{t('give.scan')}</Button>
        <GiftFields label={t('give.points')} gift={gift} onChange={setGift} at={give.at} />
      </Form>
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
    </>
  );
}
