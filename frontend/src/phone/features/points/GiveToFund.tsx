/** A gift to a fund: how many points, and a few words. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Fund } from '@/api';
import { Form } from '../../ui/Form';
import { Sheet } from '../../ui/Sheet';
import { useCommand } from '../../ui/useCommand';
import { GiftFields, giftOf } from './GiftFields';

export function GiveToFund({ fund, onClose }: { fund: Fund; onClose: () => void }) {
  const { t } = useTranslation('phone-points');
  const [gift, setGift] = useState({ points: '', note: '' });
  const { mutateAsync } = $api.useMutation('post', '/api/v1/funds/{id}/gifts');
  const give = useCommand(
    () => mutateAsync({ params: { path: { id: fund.id } }, body: giftOf(gift) }),
    t('funds.done'),
    onClose,
  );
  return (
    <Sheet title={fund.name} open onClose={onClose}>
      <Form command={give} onSubmit={give.start} submit={t('funds.submit')}>
        <GiftFields label={t('funds.points')} gift={gift} onChange={setGift} at={give.at} />
      </Form>
    </Sheet>
  );
}
