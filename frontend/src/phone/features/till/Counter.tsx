/** A voucher at the counter: the bill where the offer needs one, what to collect as the server reckons it, and the button. */

import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type PresentedVoucher } from '@/api';
import { fen } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import { Button } from '../../ui/Button';
import { TroubleShown } from '../../ui/TroubleShown';
import { useAttempts } from './Attempts';
import { BillField } from './BillField';
import { Sum } from './Sum';
import { wakeSound } from './sound';
import { VoucherCard } from './VoucherCard';

interface Props {
  voucher: PresentedVoucher;
  storeId: string;
  onDone: () => void;
}

export function Counter({ voucher, storeId, onDone }: Props) {
  const { t } = useTranslation('phone-till');
  const { keeper, isPending } = useAttempts();
  const [typed, setTyped] = useState('');
  const paused = useDelayed(typed);
  const bill = fen(paused);
  const isRefused = voucher.stores.every(({ refusal }) => refusal != null);
  const needsBill = voucher.terms.kind !== 'free_item' && !isRefused;
  const asked = { code: voucher.code, store_id: storeId, ...(bill !== undefined && { bill_fen: bill }) };
  const reckoned = $api.useQuery(
    'post',
    '/api/v1/vouchers/look-up',
    { body: asked },
    { enabled: bill !== undefined, placeholderData: keepPreviousData, gcTime: 0 },
  );
  const isCurrent = typed === paused && !reckoned.isPlaceholderData && !reckoned.isError;
  const [at] = (bill === undefined ? voucher : (reckoned.data ?? voucher)).stores;
  const pending = isPending(voucher.code);

  const whyNot = () => {
    if (pending) return t('voucher.pending');
    if (at?.refusal) return t('voucher.refused');
    if (needsBill && typed.trim() === '') return t('bill.missing');
    if (needsBill && fen(typed) === undefined) return t('bill.wrong');
    if ((needsBill && !isCurrent) || !at?.reckoning) return t('bill.reckoning');
    return undefined;
  };
  const why = whyNot();
  const confirm = () => {
    wakeSound();
    keeper.begin({ one: asked });
    onDone();
  };
  return (
    <div className="counter">
      <VoucherCard voucher={voucher} />
      {needsBill && <BillField value={typed} onChange={setTyped} />}
      {at?.refusal && (
        <p className="note" data-tone="bad" role="alert">
          {at.refusal.detail}
        </p>
      )}
      {reckoned.isError && <TroubleShown error={reckoned.error} retry={reckoned.refetch} />}
      <div className="pay">
        {at?.reckoning && needsBill && <Sum reckoning={at.reckoning} isCurrent={isCurrent} />}
        <Button tone="primary" wide data-tall onClick={confirm} why={why}>
          {t('voucher.confirm')}
        </Button>
      </div>
    </div>
  );
}
