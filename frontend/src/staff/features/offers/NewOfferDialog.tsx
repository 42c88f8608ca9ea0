/** Drafting an offer for a partner. */

import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { OfferFields } from './OfferFields';
import { newOffer, type OfferValues } from './values';

interface Props {
  partnerId: string | undefined;
  onClose: () => void;
  onDrafted: (id: string) => void;
}

export function NewOfferDialog({ partnerId, onClose, onDrafted }: Props) {
  const { t } = useTranslation('staff-offers');
  const create = $api.useMutation('post', '/api/v1/offers');
  const today = dayjs().tz().startOf('day');
  return (
    <DialogForm<OfferValues>
      title={t('add')}
      open
      onClose={onClose}
      submit={async (values) => onDrafted((await create.mutateAsync({ body: newOffer(values) })).id)}
      done={t('drafted')}
      okText={t('save_draft')}
      width={720}
      initialValues={{
        partner_id: partnerId,
        terms: { kind: 'spend_and_save' },
        price_points: 0,
        uses: 1,
        voucher_days: 14,
        valid_from: today.utc().format(),
        valid_to: today.add(1, 'year').utc().format(),
        hours: [],
        limits: [],
        stores: [],
      }}
    >
      <OfferFields part="new" />
    </DialogForm>
  );
}
