/** Changing an offer: a draft in everything, later only what residents do not rely on. */

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Offer } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { OfferFields } from './OfferFields';
import { type OfferValues, offerChange, valuesOf } from './values';

export function ChangeOfferDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const { t } = useTranslation('staff-offers');
  const change = $api.useMutation('patch', '/api/v1/offers/{id}');
  const draft = offer.state === 'draft';
  return (
    <DialogForm<OfferValues>
      title={t('change')}
      open
      onClose={onClose}
      submit={(values) => change.mutateAsync({ params: { path: { id: offer.id } }, body: offerChange(values) })}
      done={t('changed')}
      width={720}
      initialValues={valuesOf(offer)}
    >
      {!draft && <Alert type="info" showIcon title={t('opened_hint')} style={{ marginBottom: 16 }} />}
      <OfferFields part={draft ? 'draft' : 'opened'} />
    </DialogForm>
  );
}
